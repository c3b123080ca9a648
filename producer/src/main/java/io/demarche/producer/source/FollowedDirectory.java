package io.demarche.producer.source;

import io.demarche.producer.source.Rejection.Reason;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A directory into which articles are put while it is watched: each look finds the files that are new or have changed, in the
 * order of their paths, of the same kinds as {@link DirectorySource} reads. A text file counts once two looks in a row have
 * found it as it is, so that none is read while it is being written; of JSON lines, whole lines are read as they come. Links
 * are not followed, since they may lead anywhere: each is said once. Used by one thread.
 */
public final class FollowedDirectory {
    private final Path directory;
    private final SourceDefaults defaults;
    private Map<Path, Stamp> lastSeen = Map.of();
    private final Map<Path, Stamp> taken = new TreeMap<>();

    private final Map<Path, GrowingLines> growing = new TreeMap<>();

    private record Stamp(long bytes, FileTime modified, boolean link) {}

    /**
     * @throws DemarcheException where there is no such directory
     */
    public FollowedDirectory(Path directory, SourceDefaults defaults) {
        if (!Files.isDirectory(directory)) {
            throw new DemarcheException("cannot follow " + directory + ": no such directory");
        }
        this.directory = directory;
        this.defaults = defaults;
    }

    /**
     * Looks again.
     *
     * @return the articles of the files that are due; empty where none is
     * @throws DemarcheException where the directory cannot be read any more
     */
    public Optional<ArticleSource> look() {
        Map<Path, Stamp> seen = stamps();
        List<ArticleSource> due = new ArrayList<>();
        seen.forEach((file, stamp) -> {
            boolean alone = stamp.equals(lastSeen.get(file));
            if (!stamp.link() && stamp.bytes() > 0 && ArticleFile.holdsLines(file)) {
                lines(file, stamp, alone).ifPresent(due::add);
            } else if (alone && !stamp.equals(taken.get(file))) {
                taken.put(file, stamp);
                source(file, stamp).ifPresent(due::add);
            }
        });
        taken.keySet().retainAll(seen.keySet());
        growing.keySet().retainAll(seen.keySet());
        lastSeen = seen;
        return due.isEmpty() ? Optional.empty() : Optional.of(ArticleSource.concat(due));
    }

    private Optional<ArticleSource> lines(Path file, Stamp stamp, boolean alone) {
        try {
            return growing.computeIfAbsent(file, path -> new GrowingLines(path, defaults))
                    .due(stamp.bytes(), stamp.modified(), alone);
        } catch (IOException e) {
            return alone && !stamp.equals(taken.put(file, stamp))
                    ? rejection(file, "cannot be read (" + FileTrouble.describe(e) + ")")
                    : Optional.empty();
        }
    }

    private Optional<ArticleSource> source(Path file, Stamp stamp) {
        Optional<ArticleSource> articles = ArticleFile.source(file, defaults);
        return articles.isPresent() && stamp.link()
                ? rejection(file, "is a link, which is not followed: put the file itself there")
                : articles;
    }

    private static Optional<ArticleSource> rejection(Path file, String detail) {
        return Optional.of(ArticleSource.of(List.of(new Rejection(file.toString(), Reason.UNREADABLE, detail))));
    }

    private Map<Path, Stamp> stamps() {
        Map<Path, Stamp> stamps = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.filter(this::isVisible).forEach(path -> stamp(path).ifPresent(stamp -> stamps.put(path, stamp)));
        } catch (IOException | UncheckedIOException e) {
            throw new DemarcheException(
                    "cannot follow " + directory + " (" + e.getClass().getSimpleName() + "): " + e.getMessage(), e);
        }
        return stamps;
    }

    private boolean isVisible(Path path) {
        for (Path name : directory.relativize(path)) {
            if (name.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Stamp> stamp(Path path) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() || attributes.isSymbolicLink()
                    ? Optional.of(
                            new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.isSymbolicLink()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // taken away since it was listed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
