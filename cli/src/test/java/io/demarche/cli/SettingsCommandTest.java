package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCommandTest {
    private static final Path COMMITTED = Path.of("..", "docs", "settings.md");

    @Test
    void shouldPrintThePageThatIsCommitted() throws IOException {
        CommandRun run = CommandRun.of("settings");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .as("docs/settings.md is out of date; renew it with: ./demarche settings > docs/settings.md")
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void shouldNameTheVariableTheDefaultAndTheCommandsOfAnOption() {
        assertThat(CommandRun.of("settings").out().lines())
                .filteredOn(line -> line.startsWith("| `--application-id"))
                .singleElement()
                .asString()
                .contains("| `DEMARCHE_APPLICATION_ID` | `demarche` |", "stream")
                .doesNotContain("DEFAULT-VALUE");
    }

    @Test
    void shouldSayOnceWhatAllCommandsTake() {
        assertThat(CommandRun.of("settings").out().lines())
                .filteredOn(line -> line.startsWith("| `--verbose"))
                .singleElement()
                .asString()
                .contains("| all |");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "commit.interval.ms # | `50` | at least 1 |",
                "schema.registry.retry.total.ms # | `60000` | at least 0 |",
                "auto.register.schemas # | `true` | true or false |",
                "buffer.memory # | `67108864` | at least 1 |",
                "isolation.level # | `read_committed` | read_committed |"
            })
    void shouldShowThePropertiesAsTheyAreDefined(String name, String cells) {
        assertThat(CommandRun.of("settings").out().lines())
                .filteredOn(line -> line.startsWith("| `" + name + "` "))
                .isNotEmpty() // one line for each table that has it
                .allSatisfy(line -> assertThat(line).contains(cells));
        assertThat(sectionsWith("| `" + name + "` ")).doesNotHaveDuplicates();
    }

    /** The heading above each line that begins so. */
    private static List<String> sectionsWith(String beginning) {
        List<String> sections = new ArrayList<>();
        String heading = "";
        for (String line : CommandRun.of("settings").out().lines().toList()) {
            heading = line.startsWith("#") ? line : heading;
            if (line.startsWith(beginning)) {
                sections.add(heading);
            }
        }
        return sections;
    }
}
