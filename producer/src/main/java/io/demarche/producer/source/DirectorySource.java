package io.demarche.producer.source;

import io.demarche.producer.source.Rejection.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a directory and of those below it: text files ({@code .txt}, {@code .text}) and JSON lines
 * ({@code .jsonl}, {@code .ndjson}), sorted by name, a directory's entries where its own name sorts. Other files, hidden
 * ones (a leading dot), and links to directories (they may lead in a circle) are left out.
 */
public final class DirectorySource implements ArticleSource {
    private final Path directory;
    private final SourceDefaults defaults;
    private final Deque<Path> ahead = new ArrayDeque<>();
    private @Nullable ArticleSource current;
    private boolean found;
    private boolean reported;

    public DirectorySource(Path directory, SourceDefaults defaults) {
        this.directory = directory;
        this.defaults = defaults;
        ahead.add(directory);
    }

    @Override
    public Optional<SourceItem> next() {
        while (true) {
            if (current != null) {
                Optional<SourceItem> item = current.next();
                if (item.isPresent()) {
                    return item;
                }
                current.close();
                current = null;
            }
            if (ahead.isEmpty()) {
                return nothingFound();
            }
            Optional<SourceItem> trouble = open(ahead.remove());
            if (trouble.isPresent()) {
                return trouble;
            }
        }
    }

    @Override
    public void close() {
        ahead.clear();
        found = true;
        if (current != null) {
            current.close();
            current = null;
        }
    }

    private Optional<SourceItem> nothingFound() {
        if (found || reported) {
            return Optional.empty();
        }
        reported = true;
        return Optional.of(new Rejection(
                directory.toString(), Reason.EMPTY, "holds no articles (files named .txt, .text, .jsonl or .ndjson)"));
    }

    private Optional<SourceItem> open(Path path) {
        boolean top = path.equals(directory);
        if (top && !Files.exists(path)) {
            return rejected(path, "no such directory");
        }
        if (top && !Files.isDirectory(path)) {
            return rejected(path, "is not a directory");
        }
        if (top || Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return descend(path);
        }
        ArticleFile.source(path, defaults).ifPresent(articles -> {
            found = true;
            current = articles;
        });
        return Optional.empty();
    }

    private Optional<SourceItem> descend(Path path) {
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> last = entries.filter(DirectorySource::isVisible)
                    .filter(entry -> !isLinkToDirectory(entry))
                    .sorted(Comparator.comparing(
                                    (Path entry) -> entry.getFileName().toString())
                            .reversed())
                    .toList();
            last.forEach(ahead::addFirst);
            return Optional.empty();
        } catch (IOException | java.io.UncheckedIOException e) {
            return rejected(path, "cannot be read (" + describe(e) + ")");
        }
    }

    private Optional<SourceItem> rejected(Path path, String detail) {
        found = true;
        return Optional.of(new Rejection(path.toString(), Reason.UNREADABLE, detail));
    }

    private static String describe(Exception e) {
        return e instanceof IOException io ? FileTrouble.describe(io) : String.valueOf(e.getMessage());
    }

    private static boolean isVisible(Path entry) {
        return !entry.getFileName().toString().startsWith(".");
    }

    private static boolean isLinkToDirectory(Path entry) {
        return Files.isSymbolicLink(entry) && Files.isDirectory(entry);
    }
}
