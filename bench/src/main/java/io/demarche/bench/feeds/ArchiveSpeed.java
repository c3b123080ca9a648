package io.demarche.bench.feeds;

import io.demarche.producer.source.ArticleDraft;
import io.demarche.producer.source.SourceItem;
import io.demarche.producer.web.WarcSource;
import io.demarche.schemas.DemarcheException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads a web archive of pages of our own making, each record packed by itself as in Common Crawl's, and says how fast and in how much heap. */
@Command(
        name = "archive-pages",
        description = "Pages a second out of a web archive, on one thread, and the heap that takes.",
        mixinStandardHelpOptions = true)
public final class ArchiveSpeed implements Callable<Integer> {
    private static final String RECORD =
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-%012d>\r\n"
                    + "WARC-Date: 2024-03-06T12:00:00Z\r\nWARC-Target-URI: https://news.example/%d\r\n"
                    + "Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n";
    private static final int MENU = 700;
    private static final int PARAGRAPHS = 14;
    private static final int WORDS = 60;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--megabytes",
            defaultValue = "600",
            description = "How large the archive is at least, packed. Default: ${DEFAULT-VALUE}")
    private int megabytes;

    /** Runs the measurement and ends the process: 0 done, 1 failed, 2 wrong usage. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ArchiveSpeed()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Path file = Files.createTempFile("pages", ".warc.gz");
        try {
            long pages = write(file);
            PrintWriter out = spec.commandLine().getOut();
            out.println(String.format(
                    Locale.ROOT, "an archive of %,d pages, %,d MB packed", pages, Files.size(file) / 1_000_000));
            out.flush();
            long start = System.nanoTime();
            long articles = read(file);
            double taken = (System.nanoTime() - start) / 1e9;
            if (articles != pages) {
                throw new DemarcheException("pages " + pages + ", articles " + articles);
            }
            out.println(String.format(
                    Locale.ROOT,
                    "all read in %.0f s: %,.0f pages/s, %.1f MB/s; heap at most %d MB, used %d MB at its highest",
                    taken,
                    pages / taken,
                    Files.size(file) / 1e6 / taken,
                    Runtime.getRuntime().maxMemory() >> 20,
                    peak() >> 20));
            out.flush();
            return CommandLine.ExitCode.OK;
        } finally {
            Files.delete(file);
        }
    }

    private static long read(Path file) {
        long articles = 0;
        try (WarcSource source = new WarcSource(file, 0)) {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                articles += item.get() instanceof ArticleDraft ? 1 : 0;
            }
        }
        return articles;
    }

    private long write(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        long pages = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            long written = 0;
            while (written < megabytes * 1_000_000L) {
                byte[] record = packed(record(pages++, random));
                out.write(record);
                written += record.length;
            }
        }
        return pages;
    }

    private static byte[] record(long number, SplittableRandom random) {
        byte[] page = page(random).getBytes(StandardCharsets.UTF_8);
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + page.length
                + "\r\n\r\n";
        String head = String.format(Locale.ROOT, RECORD, number, number, http.length() + page.length);
        return (head + http + new String(page, StandardCharsets.UTF_8) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Words are drawn, so that a page packs no better than one of the press. */
    private static String page(SplittableRandom random) {
        StringBuilder html = new StringBuilder("<!doctype html><html lang='en'><head><title>Lamps</title>"
                + "<meta property='article:published_time' content='2024-03-05T10:00:00Z'></head><body><nav><ul>");
        for (int i = 0; i < MENU; i++) {
            html.append("<li class='menu-item item-")
                    .append(random.nextInt(1_000_000))
                    .append("'><a href='/section/")
                    .append(random.nextInt(1_000_000))
                    .append("'>")
                    .append(word(random))
                    .append("</a></li>\n");
        }
        html.append("</ul></nav><article><h1>Lamps</h1>");
        for (int i = 0; i < PARAGRAPHS; i++) {
            html.append("<p>The");
            for (int w = 0; w < WORDS; w++) {
                html.append(' ').append(word(random));
            }
            html.append(".</p>\n");
        }
        return html.append("</article></body></html>").toString();
    }

    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(2, 9); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
