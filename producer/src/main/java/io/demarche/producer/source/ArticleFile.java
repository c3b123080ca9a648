package io.demarche.producer.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How a file's name says what articles it holds. */
public final class ArticleFile {
    private ArticleFile() {}

    /**
     * The articles of what somebody named: of all files in and below a directory; of the lines of a file named as JSON lines; of
     * any other file, which holds one as text.
     */
    public static ArticleSource named(Path path, SourceDefaults defaults) {
        return Files.isDirectory(path)
                ? new DirectorySource(path, defaults)
                : source(path, defaults).orElseGet(() -> new TextFileSource(path, defaults));
    }

    /** Whether a file is named as JSON lines. */
    static boolean holdsLines(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jsonl") || name.endsWith(".ndjson");
    }

    /** A text file ({@code .txt}, {@code .text}) or JSON lines ({@code .jsonl}, {@code .ndjson}); empty for any other. */
    static Optional<ArticleSource> source(Path file, SourceDefaults defaults) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".txt") || name.endsWith(".text")) {
            return Optional.of(new TextFileSource(file, defaults));
        }
        if (holdsLines(file)) {
            return Optional.of(JsonLinesSource.file(file, defaults));
        }
        return Optional.empty();
    }
}
