package io.demarche.bench.corpus;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Runs of eight words that texts of ours have in common with texts of others. */
final class Borrowings {
    private static final List<String> TEXTS = List.of(".tsv", ".txt", ".jsonl", ".java", ".md");

    private final Map<String, String> ours = new HashMap<>();

    void addArticles(List<CorpusArticle> articles) {
        for (CorpusArticle article : articles) {
            add(article.id(), article.title() + " " + article.text());
        }
    }

    /** All files of text below a directory, each line for itself. */
    void addFiles(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> TEXTS.stream().anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList()) {
                int number = 0;
                for (String line : Files.readAllLines(file)) {
                    number++;
                    add(file + ", line " + number, line);
                }
            }
        } catch (IOException e) {
            throw new DemarcheException(directory + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** One line for each text of ours and text of others that share words. */
    List<String> find(OthersTexts others) {
        TreeSet<String> found = new TreeSet<>();
        others.all()
                .forEach(file -> OthersTexts.each(file, article -> {
                    String text = article.path("title").asText("") + " "
                            + article.path("text").asText("");
                    for (String run : WordRuns.of(text)) {
                        String place = ours.get(run);
                        if (place != null) {
                            found.add(place + ": shares with "
                                    + article.path("id").asText("") + " of " + file.getFileName() + " the words \""
                                    + run + "\"");
                        }
                    }
                }));
        return new ArrayList<>(found);
    }

    private void add(String place, String text) {
        WordRuns.of(text).forEach(run -> ours.putIfAbsent(run, place));
    }
}
