package io.demarche.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    @TempDir
    private Path directory;

    @Test
    void shouldFindALossOverOneStandardError() {
        assertThat(Comparison.of(card("pair", 0.60, 40), card("pair", 0.56, 40)).lost())
                .hasSize(1);
    }

    @Test
    void shouldForgiveALossWithinOneStandardError() {
        // when
        Comparison comparison = Comparison.of(card("pair", 0.60, 40), card("pair", 0.58, 40));

        // then
        assertThat(comparison.lost()).isEmpty();
        assertThat(comparison.changed()).isTrue();
    }

    @Test
    void shouldTellAGain() {
        assertThat(Comparison.of(card("pair", 0.60, 40), card("pair", 0.70, 40)).table())
                .contains("won   pair")
                .contains("0.600 -> 0.700");
    }

    @Test
    void shouldTakeARisingErrorForALoss() {
        // given
        Scorecard before = card(Figure.Scale.ERROR, "direction errors", 0.02, 40);
        Scorecard now = card(Figure.Scale.ERROR, "direction errors", 0.10, 40);

        // then
        assertThat(Comparison.of(before, now).lost()).hasSize(1);
        assertThat(Comparison.of(now, before).lost()).isEmpty();
    }

    @Test
    void shouldTakeAFigureThatIsGoneForALoss() {
        assertThat(Comparison.of(card("pair", 0.60, 40), card("other", 0.60, 40))
                        .lost())
                .hasSize(1);
    }

    @Test
    void shouldNotDecideByAHandfulOfActsOrByOneVoice() {
        assertThat(Comparison.of(card("type: ACCUSED", 0.60, 19), card("type: ACCUSED", 0.10, 19))
                        .lost())
                .isEmpty();
        assertThat(Comparison.of(card("voice: plain", 0.60, 40), card("voice: plain", 0.10, 40))
                        .lost())
                .isEmpty();
    }

    @Test
    void shouldReadWhatItWrote() {
        // given
        Path file = directory.resolve("score.json");
        Scorecard card = card("pair", 0.6, 40);

        // when
        ScoreJson.write(file, "1-abc", List.of(card));

        // then
        assertThat(ScoreJson.read(file, "check")).isEqualTo(card);
    }

    private static Scorecard card(String name, double value, int labelled) {
        return card(Figure.Scale.F1, name, value, labelled);
    }

    private static Scorecard card(Figure.Scale scale, String name, double value, int labelled) {
        Score score = new Score(name, scale, value, 0.03, value / 2, 0.75, new Tally(20, 30, labelled));
        return new Scorecard("check", 10, Map.of(name, score), List.of());
    }
}
