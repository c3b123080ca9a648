package io.demarche.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.producer.clean.ArticleCleaner;
import io.demarche.producer.clean.CleanedText;
import io.demarche.producer.page.Page;
import io.demarche.producer.page.PageReader;
import io.demarche.schemas.DemarcheException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche page}: what the producer takes from a page for the article, to look at. */
@Command(
        name = "page",
        description = "Print the article on each page, as the producer takes it, as a JSON line: file, title, text,"
                + " publisher, published, language, url. The text is empty where a page holds no article.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche page --url https://news.example/today page.html"})
final class PageCommand implements Callable<Integer> {
    private static final int LARGEST = 10_000_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.html", arity = "1..*", description = "Pages as HTML; also compressed by gzip.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where the page came from; with several files, one for each in their order.")
    private List<String> urls = new ArrayList<>();

    private final PageReader reader = new PageReader();
    private final ArticleCleaner cleaner = ArticleCleaner.load();

    @Override
    public Integer call() {
        if (!urls.isEmpty() && urls.size() != files.size()) {
            throw new ParameterException(
                    spec.commandLine(), "--url: name one for each file, " + files.size() + " in all, or none");
        }
        PrintWriter out = spec.commandLine().getOut();
        boolean failed = false;
        for (int i = 0; i < files.size(); i++) {
            try {
                out.println(line(files.get(i), urls.isEmpty() ? null : urls.get(i)));
            } catch (NoSuchFileException e) {
                failed = refuse("no such file: " + files.get(i));
            } catch (IOException e) {
                failed = refuse("cannot read " + files.get(i) + ": " + e.getMessage());
            }
            if (out.checkError()) {
                throw new DemarcheException("standard output was closed");
            }
        }
        return failed ? Errors.FAILED : 0;
    }

    private boolean refuse(String why) {
        spec.commandLine().getErr().println("demarche: " + why);
        spec.commandLine().getErr().flush();
        return true;
    }

    private String line(Path file, @Nullable String url) throws IOException {
        Page page = reader.read(bytes(file), null, url);
        CleanedText text = cleaner.clean(page.title(), page.text());
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("file", file.toString());
        line.put("title", text.title());
        line.put("text", text.body());
        line.put("publisher", cleaner.oneLine(page.publisher()));
        line.put("published", page.published().map(date -> date.iso()).orElse(null));
        line.put("language", page.language().orElse(null));
        line.put("url", page.url().orElse(null));
        return line.toString();
    }

    /** A file's bytes, unpacked where it is compressed, up to what a page may have. */
    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("larger than " + LARGEST + " bytes");
        }
        byte[] bytes = Files.readAllBytes(file);
        boolean packed = bytes.length > 2 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
        if (!packed) {
            return bytes;
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] page = unpacked.readNBytes(LARGEST + 1);
            if (page.length > LARGEST) {
                throw new IOException("larger than " + LARGEST + " bytes");
            }
            return page;
        }
    }
}
