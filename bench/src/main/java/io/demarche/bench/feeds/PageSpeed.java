package io.demarche.bench.feeds;

import io.demarche.producer.page.PageReader;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How many pages a second are read on one thread, from the bytes of each to its article. */
@Command(
        name = "pages",
        description = "Pages a second from bytes to articles, on one thread.",
        mixinStandardHelpOptions = true)
public final class PageSpeed implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Holds pages, *.html or *.html.gz.")
    private Path directory;

    @Option(names = "--passes", defaultValue = "5", description = "Over all pages. Default: ${DEFAULT-VALUE}")
    private int passes;

    /** Runs the measurement and ends the process: 0 done, 1 failed, 2 wrong usage. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new PageSpeed()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        List<byte[]> pages = pages();
        long bytes = pages.stream().mapToLong(page -> page.length).sum();
        PageReader reader = new PageReader();
        for (int pass = 1; pass <= passes; pass++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long characters = 0;
            for (byte[] page : pages) {
                characters +=
                        reader.read(page, null, "https://news.example/").text().length();
            }
            double taken = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
            spec.commandLine()
                    .getOut()
                    .println(String.format(
                            Locale.ROOT,
                            "pass %d: %d pages, %.1f MB, %,d characters of text: %,.0f pages, %.1f MB a second of processor time",
                            pass,
                            pages.size(),
                            bytes / 1e6,
                            characters,
                            pages.size() / taken,
                            bytes / 1e6 / taken));
            spec.commandLine().getOut().flush();
        }
        return CommandLine.ExitCode.OK;
    }

    private List<byte[]> pages() throws IOException {
        List<byte[]> pages = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> list = Files.list(directory)) {
            files = list.sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.endsWith(".html")) {
                pages.add(Files.readAllBytes(file));
            } else if (name.endsWith(".html.gz")) {
                try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                    pages.add(in.readAllBytes());
                }
            }
        }
        if (pages.isEmpty()) {
            throw new DemarcheException(directory + " holds no page");
        }
        return pages;
    }
}
