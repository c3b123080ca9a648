package io.demarche.consumer.post;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server wants to see of who asks: the line of a file, which is read for each request, so that it can be changed while
 * alerts go out. Never shown.
 */
public final class Credentials {
    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);

    /** How they are sent. */
    public enum Kind {
        /** {@code name:password}, by HTTP's basic authentication. */
        USER,
        /** A bearer token. */
        TOKEN
    }

    private final Kind kind;
    private final Path file;
    private String known;

    /**
     * Reads the file.
     *
     * @throws DemarcheException naming the file that cannot be read, or that holds something else
     */
    public Credentials(Kind kind, Path file) {
        this.kind = kind;
        this.file = file;
        this.known = read();
    }

    /** The value of {@code Authorization} as it is now; as it was, where the file cannot be read. */
    String authorization() {
        try {
            known = read();
        } catch (DemarcheException e) {
            LOG.warn("Credentials stay as they were reason={}", e.getMessage());
        }
        return known;
    }

    private String read() {
        List<String> lines;
        try {
            lines = Files.readString(file).lines().map(String::strip).toList();
        } catch (IOException e) {
            throw new DemarcheException("cannot read the credentials in " + file, e);
        }
        String line = lines.size() == 1 ? lines.get(0) : "";
        if (kind == Kind.USER && line.matches("[^:\\p{Cntrl}]+:\\P{Cntrl}+")) {
            return "Basic " + Base64.getEncoder().encodeToString(line.getBytes(StandardCharsets.UTF_8));
        }
        if (kind == Kind.TOKEN && line.matches("[\\x21-\\x7e]+")) {
            return "Bearer " + line;
        }
        throw new DemarcheException(
                file + ": write one line, " + (kind == Kind.USER ? "name:password" : "the token and nothing else"));
    }
}
