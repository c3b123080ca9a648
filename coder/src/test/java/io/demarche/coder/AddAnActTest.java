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
    private static final String MODEL = "show-door";
    private static final String SENTENCE = "Chile handed two Kenyan diplomats their walking papers on Thursday.";

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

    private static String walkingPapers(String line) {
        String named = withCell(withCell(line, 0, "walking-papers"), 3, "hand|give");
        return withCell(withCell(named, 5, "diplomat|ambassador"), 6, "walk paper|marching order");
    }

    @Test
    void shouldNotKnowTheActBefore() {
        assertThat(Coding.mentions(SENTENCE)).isEmpty();
    }

    @Test
    void shouldCodeTheActWhenItsLineIsAdded() {
        // given
        DiplomaticCoder coder = DiplomaticCoder.with(bundled.withActs(withCopy(AddAnActTest::walkingPapers)));

        // when
        List<EventMention> mentions = coder.code(Coding.article(SENTENCE));

        // then
        assertThat(mentions).singleElement().satisfies(mention -> {
            assertThat(mention.getRuleId()).isEqualTo("walking-papers");
            assertThat(mention.getSource().getCountry()).isEqualTo("CHL");
            assertThat(mention.getTarget().getCountry()).isEqualTo("KEN");
            assertThat(mention.getCameoCode()).isEqualTo("161");
        });
    }

    @Test
    void shouldAskForTheWordsAndTheObjectThatTheLineNames() {
        DiplomaticCoder coder = DiplomaticCoder.with(bundled.withActs(withCopy(AddAnActTest::walkingPapers)));

        assertThat(coder.code(Coding.article("Chile handed two Kenyan diplomats their passports on Thursday.")))
                .isEmpty();
        assertThat(coder.code(Coding.article("Chile handed two Kenyan plumbers their walking papers on Thursday.")))
                .isEmpty();
    }

    @Test
    void shouldGiveTheCoderAnotherVersionWhenALineIsAdded() {
        // when
        Lexicon changed = bundled.withActs(withCopy(AddAnActTest::walkingPapers));

        // then
        assertThat(changed.version()).isNotEqualTo(bundled.version());
    }

    @Test
    void shouldRefuseALineWithAnUnknownCodeAndNameItsPlace() {
        // given
        String wrong = withCopy(line -> withCell(walkingPapers(line), 2, "991"));

        // when, then
        assertThatThrownBy(() -> bundled.withActs(wrong))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("acts.tsv, line " + (model + 2) + ", column 'cameo': ")
                .hasMessageContaining("991");
    }

    @Test
    void shouldRefuseALineThatLostATabAndNameItsPlace() {
        // given
        String wrong = withCopy(line -> walkingPapers(line).replaceFirst("\t", " "));

        // when, then
        assertThatThrownBy(() -> bundled.withActs(wrong))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("acts.tsv, line " + (model + 2) + ": ")
                .hasMessageContaining("columns");
    }

    @Test
    void shouldRefuseARuleIdThatIsTakenAndNameItsPlace() {
        // given
        String wrong = withCopy(line -> withCell(line, 3, "hand"));

        // when, then
        assertThatThrownBy(() -> bundled.withActs(wrong))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("acts.tsv, line " + (model + 2) + ", column 'rule': ")
                .hasMessageContaining(MODEL);
    }
}
