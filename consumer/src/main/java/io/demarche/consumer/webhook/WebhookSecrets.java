package io.demarche.consumer.webhook;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secrets of files: one a line, {@code whsec_} and 24 to 64 bytes in Base64; blank lines and such as begin with {@code #} are
 * passed over. The files are read for each request, so that secrets can be changed while alerts go out: the new one is written beside
 * the old one, and the old one taken out when the receiver knows the new one.
 */
final class WebhookSecrets {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSecrets.class);
    private static final String PREFIX = "whsec_";

    private final List<Path> files;
    private List<byte[]> known;

    /**
     * Reads the files.
     *
     * @throws DemarcheException naming the file that cannot be read, or that holds a line that is no secret; or where there is none
     */
    WebhookSecrets(List<Path> files) {
        this.files = List.copyOf(files);
        this.known = read(files);
    }

    /** The secrets as they are now; as they were, where the files cannot be read. */
    List<byte[]> current() {
        try {
            known = read(files);
        } catch (DemarcheException e) {
            LOG.warn("Secrets stay as they were reason={}", e.getMessage());
        }
        return known;
    }

    private static List<byte[]> read(List<Path> files) {
        List<byte[]> secrets = new ArrayList<>();
        for (Path file : files) {
            int number = 0;
            for (String line : lines(file)) {
                number++;
                String secret = line.strip();
                if (!secret.isEmpty() && !secret.startsWith("#")) {
                    secrets.add(secret(secret, file + ":" + number));
                }
            }
        }
        if (secrets.isEmpty()) {
            throw new DemarcheException("no secret in " + files);
        }
        return List.copyOf(secrets);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new DemarcheException("cannot read the secrets in " + file, e);
        }
    }

    /** The bytes of a secret. What stands there instead is never shown. */
    private static byte[] secret(String line, String where) {
        try {
            byte[] secret =
                    Base64.getDecoder().decode(line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : line);
            if (secret.length >= 24 && secret.length <= 64) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new DemarcheException(where + ": is no secret (write whsec_ and 24 to 64 bytes in Base64)");
    }
}
