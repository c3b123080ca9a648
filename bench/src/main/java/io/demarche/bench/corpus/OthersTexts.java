package io.demarche.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.demarche.schemas.DemarcheException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Texts that belong to others: labelled articles, sentences and newswire in a directory beside the project, where it is. */
public final class OthersTexts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path shared;

    /**
     * @param shared the directory
     */
    public OthersTexts(Path shared) {
        this.shared = shared;
    }

    /** The sets of labelled articles. */
    public List<Path> articles() {
        return files("eval/articles", ".jsonl", "");
    }

    /** The sets of labelled sentences. */
    public List<Path> sentences() {
        return files("data", ".jsonl", "sentences-");
    }

    /** The sets of real articles. */
    public List<Path> newswire() {
        return files("data", ".jsonl.gz", "newswire-");
    }

    /** All of them. */
    Stream<Path> all() {
        return Stream.of(articles(), sentences(), newswire()).flatMap(List::stream);
    }

    /** Hands on each line of a file, plain or in gzip. */
    public static void each(Path file, Consumer<JsonNode> lines) {
        try (InputStream plain = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(JSON.readTree(line));
            }
        } catch (IOException e) {
            throw new DemarcheException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private List<Path> files(String directory, String end, String start) {
        Path place = shared.resolve(directory);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start)
                            && file.getFileName().toString().endsWith(end))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DemarcheException(place + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
