package io.demarche.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.demarche.bench.corpus.LabelTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void shouldCountAnActToldTwiceOnce() {
        assertThat(score("pair+type", List.of(expulsion(), expulsion()), List.of(expulsion()))
                        .tally())
                .isEqualTo(new Tally(1, 1, 1));
    }

    @Test
    void shouldTakeADoubtfulActForNeitherAMissNorAnError() {
        assertThat(score("pair+type", List.of(doubtful()), List.of(expulsion())).tally())
                .isEqualTo(new Tally(0, 0, 0));
        assertThat(score("pair+type", List.of(doubtful()), List.of()).tally()).isEqualTo(new Tally(0, 0, 0));
    }

    @Test
    void shouldTakeWhatTheSecondReaderDoubtsForNeither() {
        assertThat(score("pair+type", List.of(expulsion()), List.of(doubtful())).tally())
                .isEqualTo(new Tally(0, 0, 0));
    }

    @Test
    void shouldTellActsWithTheirSidesExchanged() {
        // given
        Act turned = act("PER", "NOR", "DIPLOMATS_EXPELLED", "16", null, null, false, 1);

        // then
        assertThat(score("direction errors", List.of(expulsion()), List.of(turned))
                        .value())
                .isEqualTo(1);
        assertThat(score("direction errors", List.of(expulsion()), List.of(turned, expulsion()))
                        .value())
                .isZero();
    }

    @Test
    void shouldCompareDaysOfActsThatWereFound() {
        // given
        List<Act> labelled =
                List.of(dated("2011-05-03"), act("NOR", "CHL", "ACCUSED", "11", "2011-05-03", null, false, 1));

        // then
        assertThat(score("dates exact", labelled, List.of(dated("2011-05-04"))).tally())
                .isEqualTo(new Tally(0, 1, 1));
        assertThat(score("dates within a day", labelled, List.of(dated("2011-05-04")))
                        .tally())
                .isEqualTo(new Tally(1, 1, 1));
    }

    @Test
    void shouldCompareCountsOfActsThatWereFound() {
        // given
        Act two = act("NOR", "PER", "DIPLOMATS_EXPELLED", "16", null, 2, false, 1);
        Act three = act("NOR", "PER", "DIPLOMATS_EXPELLED", "16", null, 3, false, 1);

        // then
        assertThat(score("counts", List.of(two), List.of(three)).value()).isZero();
        assertThat(score("counts", List.of(two), List.of(three, two)).value()).isEqualTo(1);
    }

    @Test
    void shouldWeighConfidenceAgainstWhatIsRight() {
        // given
        Act sure = act("NOR", "PER", "DIPLOMATS_EXPELLED", "16", null, null, false, 0.9);
        Act wrong = act("NOR", "CHL", "DIPLOMATS_EXPELLED", "16", null, null, false, 0.9);

        // then
        assertThat(score(Calibration.ERROR, List.of(expulsion()), List.of(sure, wrong))
                        .value())
                .isEqualTo(0.4, within(1e-9));
    }

    @Test
    void shouldMeasureWhatAConstructionCosts() {
        // given
        Act gapped = new Act("NOR", "CHL", "ACCUSED", "11", null, null, "FACT", false, 1, List.of("gapping"), "");

        // then
        assertThat(score("construction: gapping", List.of(expulsion(), gapped), List.of(expulsion()))
                        .tally())
                .isEqualTo(new Tally(0, 1, 1));
    }

    @Test
    void shouldLeaveOneBoundOfTheIntervalOnEachSide() {
        // given
        Outcome found = outcome(List.of(expulsion()), List.of(expulsion()));
        Outcome missed = outcome(List.of(expulsion()), List.of());

        // when
        Score score = Scorecard.of("set", figures(found), List.of(found, missed, found, missed))
                .scores()
                .get("pair");

        // then
        assertThat(score.low()).isLessThan(score.value());
        assertThat(score.high()).isGreaterThan(score.value());
        assertThat(score.standardError()).isPositive();
    }

    private static Score score(String name, List<Act> labelled, List<Act> coded) {
        Outcome outcome = outcome(labelled, coded);
        return Scorecard.of("set", figures(outcome), List.of(outcome)).scores().get(name);
    }

    private static List<Figure> figures(Outcome outcome) {
        return new Figures(LabelTypes.load()).of(List.of(outcome));
    }

    private static Outcome outcome(List<Act> labelled, List<Act> coded) {
        return new Outcome("plain", "a", labelled, coded, labelled.isEmpty());
    }

    private static Act expulsion() {
        return act("NOR", "PER", "DIPLOMATS_EXPELLED", "16", null, null, false, 1);
    }

    private static Act doubtful() {
        return act("NOR", "PER", "DIPLOMATS_EXPELLED", "16", null, null, true, 1);
    }

    private static Act dated(String date) {
        return act("NOR", "PER", "DIPLOMATS_EXPELLED", "16", date, null, false, 1);
    }

    private static Act act(
            String source,
            String target,
            String type,
            String root,
            @Nullable String date,
            @Nullable Integer count,
            boolean doubtful,
            double confidence) {
        return new Act(source, target, type, root, date, count, "FACT", doubtful, confidence, List.of(), "");
    }
}
