package io.demarche.consumer.delivery;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.json.RecordJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of dead letters, one JSON object a line, appended to. Made when the first letter comes. Several sinks of a process may share
 * one.
 */
public final class DeadLetterFile implements DeadLetters {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path path;

    public DeadLetterFile(Path path) {
        this.path = path;
    }

    @Override
    public synchronized void write(DeadLetter letter) {
        ObjectNode line = JSON.createObjectNode()
                .put("sink", letter.sink())
                .put("reason", letter.reason())
                .put("tries", letter.tries())
                .put(
                        "firstTried",
                        letter.firstTried() == null ? null : letter.firstTried().toString())
                .put("givenUp", letter.givenUp().toString());
        line.set("alert", RecordJson.parse(RecordJson.write(letter.alert())));
        try (FileChannel file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        } catch (IOException e) {
            throw new DemarcheException(
                    "--dead-letter-file: cannot write " + path + " (" + e.getMessage()
                            + "), where an alert belongs that sink " + letter.sink() + " did not take",
                    e);
        }
    }
}
