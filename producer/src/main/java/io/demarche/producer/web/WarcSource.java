package io.demarche.producer.web;

import io.demarche.producer.page.Page;
import io.demarche.producer.page.PageReader;
import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Rejection.Reason;
import io.demarche.producer.source.SourceItem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The articles on the pages of a web archive (WARC, compressed or not), one record at a time. Each is named {@code file@offset}, and
 * reading can begin at such an offset. What is no page of HTML that was answered with 200, or holds no article, is passed over.
 */
public final class WarcSource implements ArticleSource {
    private static final int LARGEST = 5 << 20;
    private static final Pattern OFFSET = Pattern.compile("(?<=.)@\\d{1,18}$");

    private final Path file;
    private final long start;
    private final PageReader pages = new PageReader();
    private @Nullable WarcReader reader;
    private long size;
    private boolean ended;

    /**
     * @param start the offset of the first record that is read; 0 for the file's beginning
     */
    public WarcSource(Path file, long start) {
        this.file = file;
        this.start = start;
    }

    /** Of what somebody named: a file, or {@code file@offset}. */
    public static WarcSource named(String name) {
        String file = fileOf(name);
        long offset = file.length() == name.length() ? 0 : Long.parseLong(name.substring(file.length() + 1));
        return new WarcSource(Path.of(file), offset);
    }

    /** The file of what somebody named. */
    public static String fileOf(String name) {
        return OFFSET.matcher(name).replaceFirst("");
    }

    @Override
    public Optional<SourceItem> next() {
        if (ended) {
            return Optional.empty();
        }
        long position = start;
        try {
            WarcReader open = open();
            while (true) {
                Optional<WarcRecord> record = open.next();
                position = open.position();
                if (record.isEmpty()) {
                    ended = true;
                    return Optional.empty();
                }
                Optional<SourceItem> article = article(record.get(), file + "@" + position);
                if (article.isPresent()) {
                    return article;
                }
            }
        } catch (NoSuchFileException e) {
            ended = true;
            return Optional.of(new Rejection(file.toString(), Reason.UNREADABLE, "no such file"));
        } catch (IOException | UncheckedIOException e) {
            // Behind a record that is broken, no other can be found for sure.
            ended = true;
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return Optional.of(new Rejection(file + "@" + position, Reason.UNREADABLE, "no WARC from here on: " + why));
        }
    }

    private WarcReader open() throws IOException {
        WarcReader open = reader;
        if (open == null) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                size = channel.size();
                channel.position(start);
                open = new WarcReader(channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            open.position(start);
            reader = open;
        }
        return open;
    }

    private Optional<SourceItem> article(WarcRecord record, String where) throws IOException {
        if (!(record instanceof WarcResponse response) || !response.target().startsWith("http")) {
            return Optional.empty();
        }
        try {
            MediaType type = response.payloadType();
            boolean html = type.base().equals(MediaType.HTML) || type.subtype().equals("xhtml+xml");
            if (response.http().status() != 200 || !html) {
                return Optional.empty();
            }
            byte[] body;
            try (InputStream in = response.http().bodyDecoded().stream()) {
                body = in.readNBytes(LARGEST + 1);
            }
            if (body.length > LARGEST) {
                return Optional.of(new Rejection(where, Reason.TOO_LARGE, "a page larger than " + LARGEST + " bytes"));
            }
            Page page = pages.read(body, type.parameters().get("charset"), response.target());
            return page.text().isBlank() ? Optional.empty() : Optional.of(PageArticle.of(where, page, record.date()));
        } catch (IllegalArgumentException e) {
            return Optional.of(new Rejection(where, Reason.UNREADABLE, "a record that cannot be read"));
        }
    }

    @Override
    public OptionalDouble share() {
        WarcReader open = reader;
        return open == null || size == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1, (double) open.position() / size));
    }

    @Override
    public void close() {
        ended = true;
        WarcReader open = reader;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // Nothing was written.
            }
        }
    }
}
