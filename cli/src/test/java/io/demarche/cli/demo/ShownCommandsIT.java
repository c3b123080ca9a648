package io.demarche.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that README and docs show, run; and what they print, compared with what is shown. */
@Timeout(180)
class ShownCommandsIT {
    private static final Path TOP = Path.of("").toAbsolutePath().getParent();
    private static final Set<String> LANGUAGES =
            Set.of("sh", "console", "text", "json", "java", "python", "javascript", "sql", "properties", "xml", "yaml");
    private static final Pattern FIGURE = Pattern.compile("\\d+(\\.\\d+)?");

    @TempDir
    private static Path scratch;

    private static LivePipeline live;

    @BeforeAll
    static void fill() throws IOException {
        live = LivePipeline.filled(scratch.resolve("state"));
    }

    @AfterAll
    static void close() {
        live.close();
    }

    @Test
    void shouldSayOfEachBlockWhatItHoldsAndRunItOrSayWhyNot() throws IOException {
        List<ShownBlock> blocks = blocks();

        assertThat(blocks).allSatisfy(block -> {
            assertThat(LANGUAGES).as("%s: language", block).contains(block.language());
            if (block.holdsCommands()) {
                assertThat(block.steps()).as("%s: commands", block).isNotEmpty();
            } else {
                assertThat(block.lines()).as("%s is run by nobody", block).noneMatch(line -> line.startsWith("$ "));
            }
        });
        assertThat(blocks).filteredOn(ShownBlock::isRun).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("pagesWithCommands")
    void shouldPrintWhatThePageShows(String page) throws IOException, InterruptedException {
        Path files = Files.createDirectories(scratch.resolve(page.replace('/', '-')));
        ShownShell shell = new ShownShell(live, TOP, files);
        SoftAssertions all = new SoftAssertions();
        for (ShownBlock block : ShownBlock.of(TOP, page)) {
            if (block.isRun()) {
                for (ShownBlock.Step step : block.steps()) {
                    ShownShell.Printed printed = shell.run(step.command());
                    if (block.language().equals("console")) {
                        all.assertThat(printed.text())
                                .as("%s: %s", block, step.command())
                                .matches(pattern(step.output(), block.varying()));
                    } else {
                        all.assertThat(printed.exitCode())
                                .as("%s: %s printed %s", block, step.command(), printed.text())
                                .isZero();
                    }
                }
            }
        }
        all.assertAll();
    }

    static Set<String> pagesWithCommands() throws IOException {
        return blocks().stream()
                .filter(ShownBlock::isRun)
                .map(ShownBlock::page)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<ShownBlock> blocks() throws IOException {
        try (Stream<Path> docs = Files.list(TOP.resolve("docs"))) {
            List<String> pages = Stream.concat(
                            Stream.of("README.md"),
                            docs.map(path -> TOP.relativize(path).toString()))
                    .filter(page -> page.endsWith(".md"))
                    .sorted()
                    .toList();
            List<ShownBlock> blocks = new ArrayList<>();
            for (String page : pages) {
                blocks.addAll(ShownBlock.of(TOP, page));
            }
            return blocks;
        }
    }

    /** Three dots alone in a line stand for any lines, within a line for any characters. */
    private static Pattern pattern(List<String> shown, Pattern varying) {
        return Pattern.compile(
                shown.isEmpty()
                        ? "\n"
                        : shown.stream()
                                .map(line -> line.equals("…")
                                        ? "(.*\n)*?"
                                        : Stream.of(line.split("…", -1))
                                                        .map(part -> varying.matcher(line)
                                                                        .find()
                                                                ? FIGURE.splitAsStream(part + "\0")
                                                                        .map(text -> text.replace("\0", ""))
                                                                        .map(Pattern::quote)
                                                                        .collect(Collectors.joining("[0-9.]+"))
                                                                : Pattern.quote(part))
                                                        .collect(Collectors.joining(".*"))
                                                + "\n")
                                .collect(Collectors.joining()));
    }
}
