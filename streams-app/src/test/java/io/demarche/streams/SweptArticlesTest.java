package io.demarche.streams;

import static io.demarche.streams.Articles.article;
import static io.demarche.streams.Articles.corrected;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.RawArticle;
import io.demarche.streams.counters.PipelineCounters.Count;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** For how long it is remembered what an article was coded to. */
class SweptArticlesTest {
    private static final RawArticle TELLING = article("telling", "2012-01-10", "DIPLOMATS_EXPELLED AZE FRA 2012-01-10");
    private static final RawArticle MUTE = article("mute", "2012-01-10", "It rained.");

    private final TopologyDriver topology = new TopologyDriver();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void shouldForgetAnArticleWithoutActsWhenTheTopicDoes() {
        topology.read(MUTE, TELLING);

        topology.wallClock(Duration.ofDays(29));
        topology.tick("2012-02-09");
        assertThat(topology.counters.get(Count.SWEPT_ARTICLES)).isZero();

        topology.wallClock(Duration.ofDays(2));
        topology.tick("2012-02-10");
        assertThat(topology.counters.get(Count.SWEPT_ARTICLES)).isEqualTo(1);
    }

    @Test
    void shouldRememberACorrectionThatComesBeforeWhatItCorrectsHoweverFarTheDaysHaveGone() {
        topology.read(corrected(TELLING, 3, "The report was mistaken."));
        topology.tick("2013-01-10");

        topology.read(TELLING);

        assertThat(topology.mentions()).isEmpty();
        assertThat(topology.counters.get(Count.STALE)).isEqualTo(1);
    }

    @Test
    void shouldWithdrawByACorrectionHoweverMuchLaterItComes() {
        topology.read(TELLING);
        topology.tick("2013-01-10");
        topology.mentions();

        topology.read(corrected(TELLING, 9_000, "The report was mistaken."));

        assertThat(topology.mentions())
                .singleElement()
                .satisfies(mention -> assertThat(mention.getWithdrawn()).isTrue());
    }

    @Test
    void shouldDateAnewAStoryWhoseFirstTellingComesMuchLater() {
        topology.read(article("story", "2012-03-10", "DIPLOMATS_EXPELLED AZE FRA 2012-01-10"));
        topology.tick("2013-01-10");
        topology.mentions();

        topology.read(article("story", "2012-01-10", "DIPLOMATS_EXPELLED AZE FRA 2012-01-10"));

        assertThat(topology.mentions())
                .singleElement()
                .satisfies(mention -> assertThat(mention.getPublishedAt()).isEqualTo(TELLING.getPublishedAt()));
    }

    @Test
    void shouldForgetAnArticleOnceItsMentionsAreNotKept() {
        topology.read(TELLING);

        topology.tick("2022-01-06");
        assertThat(topology.counters.get(Count.SWEPT_ARTICLES)).isZero();

        topology.tick("2022-01-08");
        assertThat(topology.counters.get(Count.SWEPT_ARTICLES)).isEqualTo(1);
    }
}
