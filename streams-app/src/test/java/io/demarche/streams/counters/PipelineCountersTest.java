package io.demarche.streams.counters;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.streams.counters.PipelineCounters.Count;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineCountersTest {
    private final PipelineCounters counters = new PipelineCounters();

    @Test
    void shouldCountARecordOnceThoughItComesAgain() {
        counters.processed("raw-articles", 0, 1, Map.of(Count.ARTICLES, 1L));
        counters.processed("raw-articles", 0, 2, Map.of(Count.ARTICLES, 1L));
        counters.processed("raw-articles", 0, 1, Map.of(Count.ARTICLES, 1L));
        counters.processed("raw-articles", 1, 1, Map.of(Count.ARTICLES, 1L));

        assertThat(counters.get(Count.ARTICLES)).isEqualTo(3);
    }

    @Test
    void shouldCountRecordsInFrontOfOneThatCouldNotBeDecoded() {
        counters.unreadable("raw-articles", 0, 2);
        counters.processed("raw-articles", 0, 1, Map.of(Count.ARTICLES, 1L));

        assertThat(counters.get(Count.ARTICLES)).isEqualTo(1);
        assertThat(counters.deadLetters("raw-articles")).isEqualTo(1);
    }

    @Test
    void shouldTakeNoWorkThatIsTriedAgainForARecordThatIsDone() {
        counters.add(Count.EVENTS, 3);
        counters.processed("event-mentions", 0, 1, Map.of());
        counters.processed("event-mentions", 0, 1, Map.of());
        counters.unprocessable("event-mentions", 0, 2);

        assertThat(counters.recordsDone()).isEqualTo(2);
    }

    @Test
    void shouldCountDeadLettersByTopicAndInAll() {
        counters.unreadable("raw-articles", 0, 2);
        counters.unprocessable("event-mentions", 0, 2);
        counters.unprocessable("event-mentions", 0, 2);

        assertThat(counters.deadLetters("event-mentions")).isEqualTo(1);
        assertThat(counters.deadLetters()).isEqualTo(2);
        assertThat(counters.deadLetters("day-ticks")).isZero();
    }
}
