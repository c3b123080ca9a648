package io.demarche.producer.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How a file's name says what articles it holds. */
final class ArticleFile {
    private ArticleFile() {}

    /** A text file ({@code .txt}, {@code .text}) or JSON lines ({@code .jsonl}, {@code .ndjson}); empty for any other. */
    static Optional<ArticleSource> source(Path file, SourceDefaults defaults) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".txt") || name.endsWith(".text")) {
            return Optional.of(new TextFileSource(file, defaults));
        }
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return Optional.of(JsonLinesSource.file(file, defaults));
        }
        return Optional.empty();
    }
}
