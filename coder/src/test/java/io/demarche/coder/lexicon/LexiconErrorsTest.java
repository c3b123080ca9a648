package io.demarche.coder.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconErrorsTest {
    private static final String ACTS_HEADER =
            "rule\ttype\tcameo\ttriggers\tsubject\tobject\twith\tsource\ttarget\tmirror\n";
    private static final List<String> ACTS_COLUMNS =
            List.of("rule", "type", "cameo", "triggers", "subject", "object", "with", "source", "target", "mirror");

    private static Acts acts(String rows) {
        return Acts.parse(Table.parse("acts.tsv", ACTS_HEADER + rows, ACTS_COLUMNS), Cameo.load(), NounClasses.load());
    }

    @Test
    void shouldLoadTheBundledLexicon() {
        assertThat(Lexicon.load().acts().rules()).hasSizeGreaterThan(150);
    }

    @Test
    void shouldAcceptANewAct() {
        // when
        Acts acts = acts("frobnicate\tCONDEMNED\t111\tfrobnicate\t\t\t\t\t\t\n");

        // then
        assertThat(acts.ofVerb("frobnicate")).singleElement().satisfies(trigger -> {
            assertThat(trigger.rule().source()).containsExactly("subject");
            assertThat(trigger.rule().target()).containsExactly("object");
        });
    }

    @Test
    void shouldNameFileAndLineWhenTheCodeIsUnknown() {
        assertThatThrownBy(() -> acts("# a comment\nx\t\t999\tverb\t\t\t\t\t\t\n"))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("acts.tsv, line 3, column 'cameo'")
                .hasMessageContaining("999");
    }

    @Test
    void shouldNameTheClassWhenTheObjectIsOfNone() {
        assertThatThrownBy(() -> acts("x\t\t111\tverb\t\tunicorn\t\t\t\t\n"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("unicorn");
    }

    @Test
    void shouldSpellOutAClassOfWordsInASequence() {
        // when
        List<List<List<String>>> with = acts("x\t\t161\tverb\t\t\tdoor & <envoy>|!<envoy> from\t\t\t\n")
                .ofVerb("verb")
                .get(0)
                .rule()
                .with();

        // then
        assertThat(with)
                .hasSizeGreaterThan(5)
                .contains(List.of(List.of("door"), List.of("high", "commissioner")))
                .allMatch(sequences -> sequences.get(0).equals(List.of("door")));
    }

    @Test
    void shouldNameTheColumnWhenASequenceNamesNoClassOfWords() {
        assertThatThrownBy(() -> acts("x\t\t161\tverb\t\t\tdoor & <unicorn>\t\t\t\n"))
                .hasMessageContaining("acts.tsv, line 2, column 'with'")
                .hasMessageContaining("'unicorn' is no class of word-classes.tsv");
    }

    @Test
    void shouldNameTheTypeWhenThereIsNoSuchType() {
        assertThatThrownBy(() -> acts("x\tDANCED\t111\tverb\t\t\t\t\t\t\n")).hasMessageContaining("DANCED");
    }

    @Test
    void shouldRefuseTwoRulesOfOneName() {
        assertThatThrownBy(() -> acts("x\t\t111\tverb\t\t\t\t\t\t\nx\t\t111\tword\t\t\t\t\t\t\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("another rule 'x'");
    }

    @Test
    void shouldRefuseARowWithTooFewCells() {
        assertThatThrownBy(() -> acts("x\t111\n"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("2 cells");
    }

    @Test
    void shouldRefuseAnotherHeader() {
        assertThatThrownBy(() -> Table.parse("t.tsv", "a\tb\n", List.of("a", "c")))
                .hasMessageContaining("t.tsv, line 1")
                .hasMessageContaining("expected a, c");
    }

    @Test
    void shouldRefuseAFileWithoutHeader() {
        assertThatThrownBy(() -> Table.parse("t.tsv", "# nothing\n", List.of("a")))
                .hasMessageContaining("no header row");
    }

    @Test
    void shouldRefuseTwoStancesOfOneWord() {
        assertThatThrownBy(() -> Stances.parse(Table.parse(
                        "stances.tsv", "stance\twords\nSAY\tsay\nDENY\tdeny|say\n", List.of("stance", "words"))))
                .hasMessageContaining("stances.tsv, line 3")
                .hasMessageContaining("'say'");
    }

    @Test
    void shouldRefuseAnEmptyEntryInAList() {
        assertThatThrownBy(() -> Stances.parse(
                        Table.parse("stances.tsv", "stance\twords\nSAY\tsay||tell\n", List.of("stance", "words"))))
                .hasMessageContaining("empty entry");
    }
}
