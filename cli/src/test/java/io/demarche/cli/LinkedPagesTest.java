package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
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

    @Test
    void shouldLeadEveryLinkInTheReleasedArchiveToSomethingInIt() throws IOException {
        List<String> patterns = new ArrayList<>();
        Matcher include = Pattern.compile("<include>([^<$]+)</include>")
                .matcher(Files.readString(DockerCommand.TOP.resolve("dist/src/main/assembly/archive.xml")));
        while (include.find()) {
            patterns.add(include.group(1));
        }
        List<PathMatcher> released = patterns.stream()
                .map(pattern -> DockerCommand.TOP.getFileSystem().getPathMatcher("glob:" + pattern))
                .toList();

        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            if (isReleased(page, released)) {
                for (Path target : targets(page)) {
                    Path file = Files.isDirectory(target) ? target.resolve("any") : target;
                    if (!isReleased(file, released)) {
                        dead.add(DockerCommand.TOP.relativize(page) + " to " + DockerCommand.TOP.relativize(target));
                    }
                }
            }
        }

        assertThat(patterns).contains("README.md", "docs/**");
        assertThat(dead).isEmpty();
    }

    private static boolean isReleased(Path file, List<PathMatcher> released) {
        Path relative = DockerCommand.TOP.relativize(file);
        return released.stream().anyMatch(one -> one.matches(relative));
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
