package io.demarche.coder.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.EventType;
import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodebookTest {
    private static final Path COMMITTED = Path.of("..", "docs", "codebook.md");
    private static final String PAGE = Codebook.markdown();

    @Test
    void shouldBeCommittedAsTheResourcesGiveIt() throws IOException {
        // given
        List<String> committed = Files.readAllLines(COMMITTED);

        // when
        Optional<String> difference = firstDifference(committed, PAGE.lines().toList());

        // then
        assertThat(difference)
                .as("docs/codebook.md is out of date; renew it with: ./demarche codebook > docs/codebook.md")
                .isEmpty();
    }

    private static Optional<String> firstDifference(List<String> committed, List<String> made) {
        for (int i = 0; i < Math.max(committed.size(), made.size()); i++) {
            String before = i < committed.size() ? committed.get(i) : "(end)";
            String now = i < made.size() ? made.get(i) : "(end)";
            if (!before.equals(now)) {
                return Optional.of("line " + (i + 1) + ": committed '" + before + "', made '" + now + "'");
            }
        }
        return Optional.empty();
    }

    @Test
    void shouldExplainEveryEventType() {
        // when
        List<String> sections = PAGE.lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .toList();

        // then
        assertThat(sections)
                .containsExactlyElementsOf(Arrays.stream(EventType.values())
                        .filter(type -> type != EventType.UNKNOWN)
                        .map(EventType::name)
                        .toList());
    }

    @Test
    void shouldListEveryActOnce() {
        // when
        List<String> listed = PAGE.lines()
                .filter(line -> line.startsWith("- **") && line.contains("** → "))
                .map(line -> line.substring(4, line.indexOf("** → ")))
                .toList();

        // then
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        Lexicon.load().acts().rules().stream().map(ActRule::id).toList());
    }

    @Test
    void shouldLeaveNoPlaceholderOpen() {
        assertThat(PAGE).doesNotContain("${");
    }
}
