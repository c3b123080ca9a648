package io.demarche.producer.source;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
 * order of their paths, of the same kinds as {@link DirectorySource} reads. A file counts once two looks in a row have found
 * it as it is, so that none is read while it is being written. Used by one thread.
 */
public final class FollowedDirectory {
    private final Path directory;
    private final SourceDefaults defaults;
    private Map<Path, Stamp> lastSeen = Map.of();
    private final Map<Path, Stamp> taken = new TreeMap<>();

    private record Stamp(long bytes, FileTime modified) {}

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
            if (stamp.equals(lastSeen.get(file)) && !stamp.equals(taken.get(file))) {
                taken.put(file, stamp);
                ArticleFile.source(file, defaults).ifPresent(due::add);
            }
        });
        taken.keySet().retainAll(seen.keySet());
        lastSeen = seen;
        return due.isEmpty() ? Optional.empty() : Optional.of(ArticleSource.concat(due));
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
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new Stamp(attributes.size(), attributes.lastModifiedTime()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // taken away since it was listed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
