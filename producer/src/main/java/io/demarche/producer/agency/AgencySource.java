package io.demarche.producer.agency;

import io.demarche.producer.date.DateReader;
import io.demarche.producer.page.PageCharset;
import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Rejection.Reason;
import io.demarche.producer.source.SourceItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The items of a file of an agency, or of all such files in and below a directory, in the order of their paths. */
public final class AgencySource implements ArticleSource {
    private static final int LARGEST = 16 << 20;

    private final Path root;
    private final InstantSource clock;
    private final NinjsReader ninjs;
    private final NewsMlReader newsMl;
    private final Deque<SourceItem> items = new ArrayDeque<>();
    private @Nullable Deque<Path> files;
    private int read;

    /**
     * @param clock tells whether an embargo has ended
     */
    public AgencySource(Path root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
        DateReader dates = new DateReader();
        this.ninjs = new NinjsReader(dates);
        this.newsMl = new NewsMlReader(dates);
    }

    @Override
    public Optional<SourceItem> next() {
        Deque<Path> left = files();
        while (items.isEmpty() && !left.isEmpty()) {
            read(left.remove());
        }
        return Optional.ofNullable(items.poll());
    }

    private Deque<Path> files() {
        Deque<Path> found = files;
        if (found == null) {
            found = new ArrayDeque<>();
            files = found;
            if (Files.isDirectory(root)) {
                try (Stream<Path> below = Files.walk(root)) {
                    below.filter(file -> isNamed(file) && Files.isRegularFile(file))
                            .sorted()
                            .forEach(found::add);
                } catch (IOException e) {
                    items.add(new Rejection(root.toString(), Reason.UNREADABLE, "cannot be listed"));
                }
            } else {
                found.add(root);
            }
        }
        return found;
    }

    private static boolean isNamed(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".xml");
    }

    @Override
    public OptionalDouble share() {
        Deque<Path> left = files;
        return left == null
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) read / Math.max(1, read + left.size()));
    }

    private void read(Path file) {
        read++;
        String where = file.toString();
        try {
            if (Files.size(file) > LARGEST) {
                items.add(new Rejection(where, Reason.TOO_LARGE, "larger than " + LARGEST + " bytes"));
                return;
            }
            String text = PageCharset.decode(Files.readAllBytes(file), null).strip();
            if (text.isEmpty()) {
                items.add(new Rejection(where, Reason.EMPTY, "empty"));
                return;
            }
            List<AgencyItem> all = text.startsWith("<") ? newsMl.read(text) : List.of(ninjs.read(text));
            all.forEach(item -> items.add(item.item(where, clock.instant())));
        } catch (NoSuchFileException e) {
            items.add(new Rejection(where, Reason.UNREADABLE, "no such file"));
        } catch (IOException e) {
            items.add(new Rejection(where, Reason.UNREADABLE, "cannot be read"));
        } catch (IllegalArgumentException e) {
            items.add(new Rejection(where, Reason.BAD_FIELD, String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void close() {
        items.clear();
        if (files != null) {
            files.clear();
        }
    }
}
