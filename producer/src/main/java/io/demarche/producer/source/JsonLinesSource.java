package io.demarche.producer.source;

import io.demarche.producer.source.LineReader.Line;
import io.demarche.producer.source.Rejection.Reason;
import io.demarche.producer.source.Utf8.MalformedTextException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One article a line: {@code {id?, published, title?, text, publisher?, url?, fetched?, language?}}, other fields ignored,
 * blank lines skipped. {@code published} may be absent where a default date is given. A line has at most
 * {@value #LIMIT} bytes. A bad line is a rejection that names file, line and field; the lines after it are read.
 */
public final class JsonLinesSource implements ArticleSource {
    /** The longest line that is read, in bytes. */
    public static final int LIMIT = 8 << 20;

    private final String name;
    private final Opening opening;
    private final ArticleJson json;
    private @Nullable LineReader lines;
    private long size;
    private long before;
    private boolean any;
    private boolean done;

    private JsonLinesSource(String name, Opening opening, SourceDefaults defaults) {
        this.name = name;
        this.opening = opening;
        this.json = new ArticleJson(defaults);
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    /** The lines of a file; it is opened when the first is asked for. */
    public static JsonLinesSource file(Path file, SourceDefaults defaults) {
        JsonLinesSource source = new JsonLinesSource(
                file.toString(),
                () -> {
                    if (Files.isDirectory(file)) {
                        throw new IOException("is a directory, not a file");
                    }
                    return Files.newInputStream(file);
                },
                defaults);
        source.size = file.toFile().length();
        return source;
    }

    /**
     * The lines of a stream, such as standard input. It is closed with the source.
     *
     * @param name what to call it in rejections
     */
    public static JsonLinesSource stream(String name, InputStream in, SourceDefaults defaults) {
        return new JsonLinesSource(name, () -> in, defaults);
    }

    /**
     * Some lines out of the middle of a file.
     *
     * @param before how many lines stand before them
     */
    static JsonLinesSource part(Path file, long from, long bytes, long before, SourceDefaults defaults) {
        JsonLinesSource part = new JsonLinesSource(
                file.toString(), () -> new ByteArrayInputStream(FileSlice.read(file, from, bytes)), defaults);
        part.before = before;
        part.any = true; // a file that is read bit by bit may well have nothing to say now
        return part;
    }

    @Override
    public Optional<SourceItem> next() {
        if (done) {
            return Optional.empty();
        }
        try {
            if (lines == null) {
                lines = new LineReader(opening.open(), LIMIT);
                if (lines.looksBinary()) {
                    return last(Reason.BINARY, "is binary, not lines of JSON");
                }
            }
            return read(lines);
        } catch (IOException e) {
            return last(Reason.UNREADABLE, "cannot be read (" + FileTrouble.describe(e) + ")");
        }
    }

    @Override
    public OptionalDouble share() {
        LineReader reader = lines;
        return reader == null || size == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1, (double) reader.offset() / size));
    }

    @Override
    public void close() {
        done = true;
        if (lines != null) {
            try {
                lines.close();
            } catch (IOException e) {
                // Nothing was written: what failed to close is of no consequence to anyone.
            }
            lines = null;
        }
    }

    private Optional<SourceItem> read(LineReader reader) throws IOException {
        while (true) {
            Optional<Line> line = reader.next();
            if (line.isEmpty()) {
                boolean empty = !any;
                close();
                return empty
                        ? Optional.of(new Rejection(name, Reason.EMPTY, "is empty: no line of JSON in it"))
                        : Optional.empty();
            }
            Optional<SourceItem> item = item(line.get());
            if (item.isPresent()) {
                any = true;
                return item;
            }
        }
    }

    private Optional<SourceItem> item(Line line) {
        String where = name + ":" + (before + line.number());
        if (line.cut()) {
            return Optional.of(new Rejection(where, Reason.TOO_LARGE, "the line is longer than " + LIMIT + " bytes"));
        }
        int from = before == 0 && line.number() == 1 ? Utf8.bomLength(line.bytes()) : 0;
        try {
            String text = Utf8.decode(line.bytes(), from).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(json.read(where, text));
        } catch (MalformedTextException e) {
            return Optional.of(new Rejection(
                    where,
                    Reason.BAD_UTF8,
                    "not UTF-8 at byte " + e.offset() + " of the line (byte " + (line.offset() + e.offset())
                            + " of the file)"));
        }
    }

    private Optional<SourceItem> last(Reason reason, String detail) {
        close();
        return Optional.of(new Rejection(name, reason, detail));
    }
}
