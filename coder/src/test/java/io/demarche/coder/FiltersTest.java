package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.coder.candidate.FilterTable;
import io.demarche.coder.candidate.Reading;
import io.demarche.coder.lexicon.Drop;
import io.demarche.coder.lexicon.DropReason;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.lexicon.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of {@code filters.tsv}, and how one is added. */
class FiltersTest {
    private static final String HEADER = "stage\treason\twhen\texample\n";
    private static final Lexicon LEXICON = Lexicon.load();

    static Stream<Arguments> lines() {
        return Table.resource("filters.tsv").rows().stream()
                .map(row -> Arguments.of(row.constant("reason", DropReason.class), row.get("example")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void shouldTakeOutTheExampleOfEachLineForItsReason(DropReason reason, String example) {
        assertThat(Coding.drops(example)).contains(reason);
    }

    @Test
    void shouldTakeOutWhatANewLineNames() {
        // given
        String line = "STANCE\tTRADE_FIGURE\tact=EXPULSION & lemma=pack\tNorway packed off goats.\n";
        List<Reading> readings = new ArrayList<>();
        CodingPipeline.with(LEXICON)
                .read(
                        Coding.article("Norway sent two Peruvian diplomats packing on Tuesday."),
                        (reading, count) -> readings.add(reading));
        Reading reading = readings.get(0);

        // when
        List<Drop> bySend = filters(line.replace("lemma=pack", "lemma=send"), reading);
        List<Drop> byPack = filters(line, reading);

        // then
        assertThat(bySend).extracting(Drop::reason).containsExactly(DropReason.TRADE_FIGURE);
        assertThat(byPack).isEmpty();
    }

    private static List<Drop> filters(String lines, Reading reading) {
        return FilterTable.parse(HEADER + lines, LEXICON.cues())
                .of(FilterTable.Stage.STANCE)
                .objections(reading.candidates().get(0), reading);
    }

    @Test
    void shouldNameFileLineAndColumnWhereALineAsksForWhatThereIsNot() {
        assertThatThrownBy(() -> stance("STANCE\tQUESTION\tmoon=full\tx\n"))
                .hasMessageContaining("filters.tsv, line 2, column 'when'")
                .hasMessageContaining("moon=full");
        assertThatThrownBy(() -> stance("STANCE\tQUESTION\tact=DANCE\tx\n"))
                .hasMessageContaining("column 'when'")
                .hasMessageContaining("act=DANCE");
        assertThatThrownBy(() -> stance("STANCE\tWHIM\tnoun\tx\n")).hasMessageContaining("column 'reason'");
        assertThatThrownBy(() -> stance("STANCE\tQUESTION\tlemma=<unicorns>\tx\n"))
                .hasMessageContaining("'unicorns' is no class of word-classes.tsv");
    }

    private static void stance(String lines) {
        FilterTable.parse(HEADER + lines, LEXICON.cues()).of(FilterTable.Stage.STANCE);
    }
}
