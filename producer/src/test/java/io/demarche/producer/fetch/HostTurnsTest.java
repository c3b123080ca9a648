package io.demarche.producer.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HostTurnsTest {
    private final HostTurns turns = new HostTurns();

    @Test
    void shouldLetOneAtATimeAndForgetAHostThatNobodyAsks() throws InterruptedException {
        assertThat(turns.begin("News.example", soon())).isTrue();
        assertThat(turns.begin("news.example", 0)).isFalse();
        assertThat(turns.begin("other.example", soon())).isTrue();
        turns.end("news.example");
        assertThat(turns.begin("news.example", soon())).isTrue();
        assertThat(turns.hosts()).isEqualTo(2);

        turns.end("news.example");
        turns.end("other.example");

        assertThat(turns.hosts()).isZero();
    }

    private static long soon() {
        return TimeUnit.SECONDS.toNanos(10);
    }
}
