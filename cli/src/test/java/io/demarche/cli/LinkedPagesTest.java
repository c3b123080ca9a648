package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between the pages lead somewhere, and the map of docs names every page. */
class LinkedPagesTest {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)(#[^)]*)?\\)");

    @Test
    void shouldLeadEveryLinkToAFile() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            for (Path target : targets(page)) {
                if (!Files.exists(target)) {
                    dead.add(DockerCommand.TOP.relativize(page) + " to " + DockerCommand.TOP.relativize(target));
                }
            }
        }

        assertThat(dead).isEmpty();
    }

    @Test
    void shouldNameEveryPageOfDocsOnTheMap() throws IOException {
        List<Path> named = targets(DockerCommand.TOP.resolve("docs/README.md"));

        assertThat(pages())
                .filteredOn(page -> page.getParent().endsWith("docs") && !page.endsWith("README.md"))
                .hasSizeGreaterThan(10)
                .allSatisfy(page -> assertThat(named).contains(page));
    }

    private static List<Path> targets(Path page) throws IOException {
        List<Path> targets = new ArrayList<>();
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
            targets.add(page.resolveSibling(link.group(1)).normalize());
        }
        return targets;
    }

    /** Those of the top directory, of its modules, of docs and of the decisions. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.find(
                DockerCommand.TOP,
                3,
                (path, attributes) ->
                        path.toString().endsWith(".md") && !path.toString().contains("/target/"))) {
            return files.filter(page -> !page.endsWith("0000-template.md"))
                    .sorted()
                    .toList();
        }
    }
}
