package io.demarche.streams;

import static io.demarche.streams.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.RawArticle;
import io.demarche.streams.counters.PipelineCounters.Count;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HorizonTest {
    private static final Duration GRACE = Duration.ofHours(1);
    private static final RawArticle OLD = article("old", "2022-01-10", "DIPLOMATS_EXPELLED AZE FRA 2022-01-10");

    private final TopologyDriver topology = new TopologyDriver();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void shouldTakeOldMentionsWhileTheDayHasOnlyJustCome() {
        topology.tick("2024-01-10");
        topology.wallClock(GRACE);

        topology.read(OLD);

        assertThat(topology.counters.get(Count.LATE)).isZero();
    }

    @Test
    void shouldCountMentionsFromBeforeTheHorizonAsLate() {
        topology.tick("2024-01-10");
        topology.wallClock(GRACE);
        topology.wallClock(GRACE);

        topology.read(OLD);

        assertThat(topology.counters.get(Count.LATE)).isEqualTo(1);
        assertThat(topology.events()).isEmpty();
    }

    @Test
    void shouldDropMentionsFromBeforeTheHorizonAndRetractNothing() {
        topology.tick("2022-01-10");
        topology.read(OLD);
        topology.tick("2024-01-10");
        topology.alerts();

        topology.wallClock(GRACE);
        topology.wallClock(GRACE);
        topology.tick("2024-01-11");

        assertThat(topology.counters.get(Count.EVICTED)).isEqualTo(1);
        assertThat(topology.alerts()).isEmpty();
        assertThat(topology.tension())
                .extracting(reading -> reading.getAsOfDay().toString())
                .doesNotContain("2024-01-11");
    }

    @Test
    void shouldKeepMentionsBehindTheHorizon() {
        topology.read(OLD);
        topology.tick("2023-02-10");
        topology.wallClock(GRACE);
        topology.wallClock(GRACE);

        assertThat(topology.counters.get(Count.EVICTED)).isZero();
    }
}
