package io.demarche.coder.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordClassesTest {
    private static final Pattern USE = Pattern.compile("WordClasses\\.(?:set|list)\\(\\s*\"([^\"]+)\"|<([a-z-]+)>");
    private static final List<String> COLUMNS = List.of("class", "kind", "meaning", "words");

    @Test
    void shouldHoldNoClassThatNothingAsksFor() throws IOException {
        // given
        Set<String> asked;
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            asked = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".java")
                            || file.endsWith("acts.tsv")
                            || file.endsWith("filters.tsv")
                            || file.endsWith("repairs.tsv"))
                    .flatMap(file -> USE.matcher(read(file)).results().map(WordClassesTest::name))
                    .collect(Collectors.toSet());
        }

        // then
        assertThat(asked).containsAll(WordClasses.bundled().names());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(MatchResult use) {
        return use.group(1) == null ? use.group(2) : use.group(1);
    }

    @Test
    void shouldRefuseAClassThatThereIsNot() {
        assertThatThrownBy(() -> WordClasses.set("unicorns"))
                .isInstanceOf(DemarcheException.class)
                .hasMessage("word-classes.tsv: no class 'unicorns'");
    }

    @Test
    void shouldNameFileLineAndColumnOfAMistake() {
        assertThatThrownBy(() -> parse("a\twords\tx\tone|two\na\twords\tx\tthree\n"))
                .hasMessageContaining("word-classes.tsv, line 3, column 'class'");
        assertThatThrownBy(() -> parse("a\tnouns\tx\tunicorn\n"))
                .hasMessageContaining("line 2, column 'words'")
                .hasMessageContaining("'unicorn' is no class of nouns.tsv");
    }

    private static void parse(String lines) {
        WordClasses.parse(
                Table.parse("word-classes.tsv", String.join("\t", COLUMNS) + "\n" + lines, COLUMNS),
                NounClasses.load());
    }
}
