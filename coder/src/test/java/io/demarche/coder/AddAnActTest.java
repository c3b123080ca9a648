package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.avro.EventMention;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Follows the recipe "Add an act to the lexicon" of CONTRIBUTING.md. */
class AddAnActTest {
    private static final String MODEL = "expel-diplomats";
    private static final String SENTENCE = "Norway packed off two Peruvian diplomats on Tuesday.";

    private final Lexicon bundled = Lexicon.load();
    private List<String> lines;
    private int model;

    @BeforeEach
    void openTheBundledFile() throws IOException {
        try (InputStream in = Lexicon.class.getResourceAsStream("acts.tsv")) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        model = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith(MODEL + "\t"))
                .findFirst()
                .orElseThrow());
    }

    /** The file with a changed copy of the model's line below it. */
    private String withCopy(UnaryOperator<String> change) {
        List<String> changed = new ArrayList<>(lines);
        changed.add(model + 1, change.apply(lines.get(model)));
        return String.join("\n", changed) + "\n";
    }

    private static String withCell(String line, int column, String value) {
        String[] cells = line.split("\t", -1);
        cells[column] = value;
        return String.join("\t", cells);
    }

    private static String packOff(String line) {
        return withCell(withCell(line, 0, "pack-off-diplomats"), 3, "pack off");
    }

    @Test
    void shouldNotKnowTheActBefore() {
        assertThat(Coding.mentions(SENTENCE)).isEmpty();
    }

    @Test
    void shouldCodeTheActWhenItsLineIsAdded() {
        // given
        DiplomaticCoder coder = DiplomaticCoder.with(bundled.withActs(withCopy(AddAnActTest::packOff)));

        // when
        List<EventMention> mentions = coder.code(Coding.article(SENTENCE));

        // then
        assertThat(mentions).singleElement().satisfies(mention -> {
            assertThat(mention.getRuleId()).isEqualTo("pack-off-diplomats");
            assertThat(mention.getSource().getCountry()).isEqualTo("NOR");
            assertThat(mention.getTarget().getCountry()).isEqualTo("PER");
            assertThat(mention.getCameoCode()).isEqualTo("161");
        });
    }

    @Test
    void shouldGiveTheCoderAnotherVersionWhenALineIsAdded() {
        // when
        Lexicon changed = bundled.withActs(withCopy(AddAnActTest::packOff));

        // then
        assertThat(changed.version()).isNotEqualTo(bundled.version());
    }

    @Test
    void shouldRefuseALineWithAnUnknownCodeAndNameItsPlace() {
        // given
        String wrong = withCopy(line -> withCell(packOff(line), 2, "991"));

        // when, then
        assertThatThrownBy(() -> bundled.withActs(wrong))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("acts.tsv, line " + (model + 2) + ", column 'cameo': ")
                .hasMessageContaining("991");
    }

    @Test
    void shouldRefuseALineThatLostATabAndNameItsPlace() {
        // given
        String wrong = withCopy(line -> packOff(line).replaceFirst("\t", " "));

        // when, then
        assertThatThrownBy(() -> bundled.withActs(wrong))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("acts.tsv, line " + (model + 2) + ": ")
                .hasMessageContaining("columns");
    }

    @Test
    void shouldRefuseARuleIdThatIsTakenAndNameItsPlace() {
        // given
        String wrong = withCopy(line -> withCell(line, 3, "pack off"));

        // when, then
        assertThatThrownBy(() -> bundled.withActs(wrong))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("acts.tsv, line " + (model + 2) + ", column 'rule': ")
                .hasMessageContaining(MODEL);
    }
}
