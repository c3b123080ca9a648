package io.demarche.coder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Tables of sentences among the test's resources, each with the acts that are coded from it. */
final class SentenceTable {
    private SentenceTable() {}

    /** The acts and the sentence of each line. */
    static Stream<Arguments> read(String file) {
        return lines(file).filter(line -> !line.startsWith("#")).skip(1).map(line -> {
            String[] cells = line.split("\t", -1);
            List<String> acts = cells[0].isEmpty() ? List.of() : List.of(cells[0].split("; "));
            return Arguments.of(acts, cells[1]);
        });
    }

    private static Stream<String> lines(String file) {
        try (InputStream in = SentenceTable.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
