package io.demarche.bench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SplitTest {
    @Test
    void shouldUniteEpisodesThatTellTheSameActWithinTenDays() {
        // when
        Split split = split(article("b", "2011-05-03"), article("a", "2011-05-13"));

        // then
        assertThat(split.first("b")).isEqualTo("a");
        assertThat(split.isCheck("b")).isEqualTo(split.isCheck("a"));
    }

    @Test
    void shouldLeaveApartWhatHappenedElevenDaysLater() {
        assertThat(split(article("b", "2011-05-03"), article("a", "2011-05-14")).first("b"))
                .isEqualTo("b");
    }

    @Test
    void shouldUniteAcrossAThird() {
        // when
        Split split = split(article("c", "2011-05-01"), article("b", "2011-05-20"), article("a", "2011-05-10"));

        // then
        assertThat(split.first("c")).isEqualTo("a");
        assertThat(split.first("b")).isEqualTo("a");
    }

    @Test
    void shouldTakeAMonthForAllItsDays() {
        assertThat(split(article("b", "2011-05"), article("a", "2011-06-09")).first("b"))
                .isEqualTo("a");
    }

    @Test
    void shouldUniteNothingByWhatIsKnownToItsYear() {
        assertThat(split(article("b", "2011"), article("a", "2011")).first("b")).isEqualTo("b");
    }

    private static Split split(CorpusArticle... articles) {
        return Split.of(List.of(articles), LabelTypes.load());
    }

    private static CorpusArticle article(String episode, @Nullable String date) {
        LabelledAct act = new LabelledAct(
                "NOR",
                "PER",
                "DIPLOMATS_EXPELLED",
                "161",
                date,
                null,
                null,
                null,
                "FACT",
                false,
                "expelled",
                0,
                new Span(0, 8, false),
                null,
                null,
                List.of());
        return new CorpusArticle(
                episode, "plain", episode, "2011-07-01", "acts", "", "expelled", List.of(), List.of(act));
    }
}
