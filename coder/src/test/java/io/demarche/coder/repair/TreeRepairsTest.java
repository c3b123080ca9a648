package io.demarche.coder.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.coder.lexicon.Table;
import io.demarche.coder.parse.DependencyParser;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.repair.TreeRepairs.Mended;
import io.demarche.coder.text.Tokenizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines of {@code repairs.tsv}, and how one is added. */
class TreeRepairsTest {
    private static final String HEADER = "repair\tpattern\tedits\texample\n";
    private static final Tokenizer TOKENIZER = Tokenizer.load();
    private static final DependencyParser PARSER = DependencyParser.load();

    private static ParsedSentence parse(String text) {
        return PARSER.parse(text, TOKENIZER.tokenize(text, 0, text.length()));
    }

    static Stream<Arguments> lines() {
        return Table.resource("repairs.tsv").rows().stream()
                .map(row -> Arguments.of(row.get("repair"), row.get("example")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void shouldMendTheExampleOfEachLine(String repair, String example) {
        assertThat(TreeRepairs.load().apply(parse(example)).repairs()).containsExactly(repair);
    }

    @Test
    void shouldLeaveATreeAloneThatHasNoSlip() {
        // given
        ParsedSentence tree = parse("Norway expelled two Peruvian diplomats on Tuesday.");

        // when
        Mended mended = TreeRepairs.load().apply(tree);

        // then
        assertThat(mended.repairs()).isEmpty();
        assertThat(mended.tree()).isSameAs(tree);
    }

    @Test
    void shouldMakeTheEditOfANewLine() {
        // given
        ParsedSentence tree = parse("Norway expelled diplomats.");
        String line = "as-adverb\tverb{lemma=expel} & verb >dobj object & verb + object\tverb >advmod object\tx\n";

        // when
        Mended mended = TreeRepairs.parse(HEADER + line).apply(tree);

        // then
        assertThat(tree.label(2)).isEqualTo("dobj");
        assertThat(mended.tree().label(2)).isEqualTo("advmod");
        assertThat(mended.tree().head(2)).isEqualTo(1);
        assertThat(mended.repairs()).containsExactly("as-adverb");
    }

    @Test
    void shouldNotMakeAnEditThatLeavesNoTree() {
        // given
        ParsedSentence tree = parse("Norway expelled diplomats.");
        String cycle = "cycle\tverb{lemma=expel} & verb >nsubj name\tname >dep verb\tx\n";

        // then
        assertThat(TreeRepairs.parse(HEADER + cycle).apply(tree).repairs()).isEmpty();
    }

    @Test
    void shouldNotMakeAnEditThatLetsArcsCross() {
        // given
        ParsedSentence tree = parse("Norway expelled two diplomats of Peru.");
        String crossing = "crossing\tverb{lemma=expel} & verb >nsubj name & verb >dobj object & object >* of{lemma=of}"
                + "\tname >prep of\tx\n";

        // then
        assertThat(TreeRepairs.parse(HEADER + crossing).apply(tree).repairs()).isEmpty();
    }

    @Test
    void shouldEndWhereALineLeavesItsOwnPatternInPlace() {
        // given
        ParsedSentence tree = parse("Norway expelled diplomats.");
        String line = "again\tverb{lemma=expel} & verb >nsubj name\tverb >nsubj name\tx\n";

        // then
        assertThat(TreeRepairs.parse(HEADER + line).apply(tree).tree().toString())
                .isEqualTo(tree.toString());
    }

    @Test
    void shouldNameFileLineAndColumnOfAMistake() {
        assertThatThrownBy(() -> TreeRepairs.parse(HEADER + "x\tverb{colour=red}\tverb >dobj verb\tx\n"))
                .hasMessageContaining("repairs.tsv, line 2, column 'pattern'")
                .hasMessageContaining("colour=red");
        assertThatThrownBy(() -> TreeRepairs.parse(HEADER + "x\tverb{tag=VB*} & verb ~ name\tverb >dobj verb\tx\n"))
                .hasMessageContaining("verb ~ name");
        assertThatThrownBy(() -> TreeRepairs.parse(HEADER + "x\tverb{tag=VB*}\tverb >dobj name\tx\n"))
                .hasMessageContaining("column 'edits'")
                .hasMessageContaining("'name'");
    }
}
