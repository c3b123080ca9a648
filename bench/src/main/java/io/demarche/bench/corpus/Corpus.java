package io.demarche.bench.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.demarche.coder.lexicon.Table;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The whole corpus as it lies in its directory.
 *
 * @param train what is learned from
 * @param check what is measured with
 * @param newswire labels of real articles
 * @param second what a second reader labelled in some of the articles
 * @param voices the names of the voices
 */
public record Corpus(
        List<CorpusArticle> train,
        List<CorpusArticle> check,
        List<WireArticle> newswire,
        List<SecondLabels> second,
        Set<String> voices) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the corpus in this directory. */
    public static Corpus read(Path directory) {
        return new Corpus(
                lines(directory.resolve("train.jsonl"), CorpusArticle::read),
                lines(directory.resolve("check.jsonl"), CorpusArticle::read),
                lines(directory.resolve("labels-newswire.jsonl"), WireArticle::read),
                lines(directory.resolve("labels-second.jsonl"), SecondLabels::read),
                voices(directory.resolve("voices.tsv")));
    }

    /** The articles of both sides. */
    public List<CorpusArticle> articles() {
        List<CorpusArticle> all = new ArrayList<>(train);
        all.addAll(check);
        return all;
    }

    /**
     * Reads what each line of a file holds.
     *
     * @throws DemarcheException naming file and line, where one is not what it should be
     */
    static <T> List<T> lines(Path file, Function<JsonNode, T> reader) {
        List<T> read = new ArrayList<>();
        for (String line : text(file).lines().toList()) {
            try {
                read.add(reader.apply(JSON.readTree(line)));
            } catch (JsonProcessingException e) {
                throw new DemarcheException(
                        file + ", line " + (read.size() + 1) + ": no JSON (" + e.getOriginalMessage() + ")", e);
            } catch (DemarcheException e) {
                throw new DemarcheException(file + ", line " + (read.size() + 1) + ": " + e.getMessage(), e);
            }
        }
        return List.copyOf(read);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new DemarcheException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static Set<String> voices(Path file) {
        return Table.parse(file.toString(), text(file), List.of("name", "description")).rows().stream()
                .map(row -> row.required("name"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
