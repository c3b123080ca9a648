package io.demarche.producer.source;

import io.demarche.avro.PublishedAtBasis;
import io.demarche.producer.source.Rejection.Reason;
import io.demarche.producer.source.Utf8.MalformedTextException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One article in one UTF-8 text file of at most {@value #LIMIT} bytes. The first line is the title where an empty line
 * follows it (the exact rule is with {@code TextArticle}). It was published at the default date, or else when the file was
 * last modified.
 */
public final class TextFileSource implements ArticleSource {
    /** The longest file that is read, in bytes. */
    public static final int LIMIT = 8 << 20;

    private final Path file;
    private final SourceDefaults defaults;
    private boolean done;

    public TextFileSource(Path file, SourceDefaults defaults) {
        this.file = file;
        this.defaults = defaults;
    }

    @Override
    public Optional<SourceItem> next() {
        if (done) {
            return Optional.empty();
        }
        done = true;
        return Optional.of(read());
    }

    @Override
    public void close() {
        done = true;
    }

    private SourceItem read() {
        if (!Files.exists(file)) {
            return rejection(Reason.UNREADABLE, "no such file");
        }
        if (Files.isDirectory(file)) {
            return rejection(Reason.UNREADABLE, "is a directory, not a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            return bytes.length > LIMIT
                    ? rejection(Reason.TOO_LARGE, "larger than " + LIMIT + " bytes, so it is no single article")
                    : article(bytes);
        } catch (IOException e) {
            return rejection(Reason.UNREADABLE, "cannot be read (" + FileTrouble.describe(e) + ")");
        }
    }

    private SourceItem article(byte[] bytes) throws IOException {
        for (byte b : bytes) {
            if (b == 0) {
                return rejection(Reason.BINARY, "is a binary file, not text");
            }
        }
        TextArticle text;
        try {
            text = TextArticle.of(Utf8.decode(bytes, Utf8.bomLength(bytes)));
        } catch (MalformedTextException e) {
            return rejection(Reason.BAD_UTF8, e.getMessage() + " (convert it to UTF-8)");
        }
        if (text.body().isEmpty()) {
            return rejection(Reason.EMPTY, "is empty");
        }
        boolean stated = defaults.published().isPresent();
        Instant published = stated
                ? defaults.published().get()
                : Files.getLastModifiedTime(file).toInstant();
        return new ArticleDraft(
                file.toString(),
                null,
                null,
                defaults.publisher(),
                text.title(),
                text.body(),
                "",
                published,
                stated ? PublishedAtBasis.STATED : PublishedAtBasis.FILE_TIME,
                null,
                stated ? Set.of() : Set.of(Remark.FILE_TIME));
    }

    private Rejection rejection(Reason reason, String detail) {
        return new Rejection(file.toString(), reason, detail);
    }
}
