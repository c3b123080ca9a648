package io.demarche.streams;

import static io.demarche.streams.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.RawArticle;
import io.demarche.streams.counters.PipelineCounters.Count;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long evidence counts: a matter of the days of the data alone. */
class KeptEvidenceTest {
    private static final RawArticle OLD = article("old", "2012-01-10", "DIPLOMATS_EXPELLED AZE FRA 2012-01-10");

    private final TopologyDriver topology = new TopologyDriver();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void shouldTakeEvidenceOfTenYearsInAnyOrder() {
        topology.tick("2022-01-06");

        topology.read(OLD);

        assertThat(topology.counters.get(Count.LATE)).isZero();
        assertThat(topology.lastAlerts().values())
                .extracting(EscalationAlert::getStatus)
                .containsExactly(AlertStatus.RESOLVED);
    }

    @Test
    void shouldRefuseAndCountWhatIsOlder() {
        topology.tick("2022-01-08");

        topology.read(OLD);

        assertThat(topology.counters.get(Count.LATE)).isEqualTo(1);
        assertThat(topology.events()).isEmpty();
    }

    @Test
    void shouldLetStandWhatWasAnnouncedBefore() {
        topology.tick("2012-01-10");
        topology.read(OLD);
        topology.tick("2022-01-07");
        topology.alerts();
        topology.tension();

        topology.tick("2022-01-08");

        assertThat(topology.counters.get(Count.EVICTED)).isEqualTo(1);
        assertThat(topology.alerts()).isEmpty();
        assertThat(topology.tension()).isEmpty();
    }
}
