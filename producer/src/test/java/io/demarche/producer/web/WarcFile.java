package io.demarche.producer.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/** A web archive of pages, each with an article of its own. */
public final class WarcFile {
    private WarcFile() {}

    /** Writes so many pages, each packed by itself. */
    public static Path write(Path file, int pages) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                WarcWriter writer = new WarcWriter(channel, WarcCompression.GZIP)) {
            for (int i = 0; i < pages; i++) {
                String page = "<html><body><article><p>Page " + i
                        + ": the harbour council met on Tuesday to talk about the lights along the pier.</p></article></body></html>";
                HttpResponse http = new HttpResponse.Builder(200, "OK")
                        .body(MediaType.HTML_UTF8, page.getBytes(StandardCharsets.UTF_8))
                        .build();
                writer.write(new WarcResponse.Builder(java.net.URI.create("https://news.example/" + i))
                        .date(Instant.parse("2024-03-06T12:00:00Z"))
                        .body(http)
                        .build());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
