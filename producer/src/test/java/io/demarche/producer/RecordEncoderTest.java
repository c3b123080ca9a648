package io.demarche.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import io.demarche.producer.RecordEncoder.StoppedException;
import io.demarche.schemas.DemarcheException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RecordEncoderTest {
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Test
    void shouldWaitUntilTheRegistryIsBack() {
        AtomicInteger asked = new AtomicInteger();
        Serializer<String> awayTwice = (topic, text) -> {
            if (asked.incrementAndGet() <= 2) {
                throw away();
            }
            return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        };

        byte[] bytes = new RecordEncoder(Duration.ofSeconds(20), stopped).encode(awayTwice, "articles", "x");

        assertThat(bytes).containsExactly('x');
    }

    @Test
    void shouldSayInOneLineThatTheRegistryStayedAway() {
        RecordEncoder encoder = new RecordEncoder(Duration.ofMillis(250), stopped);

        assertThatThrownBy(() -> encoder.encode(alwaysAway(), "articles", "x"))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("topic articles: cannot be written, the schema registry was away")
                .hasCauseInstanceOf(SchemaRegistryUnavailableException.class)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void shouldCountTheTimeThatATryTakes() {
        AtomicLong now = new AtomicLong();
        AtomicInteger asked = new AtomicInteger();
        Serializer<String> slow = (topic, text) -> {
            asked.incrementAndGet();
            now.addAndGet(Duration.ofSeconds(60).toNanos());
            throw away();
        };
        RecordEncoder encoder = new RecordEncoder(Duration.ofSeconds(120), stopped, now::get);

        assertThatThrownBy(() -> encoder.encode(slow, "articles", "x")).hasMessageContaining("was away for 120 s");
        assertThat(asked).hasValue(2);
    }

    @Test
    void shouldNotWaitWhereTheRegistryRefusesTheSchema() {
        RecordEncoder encoder = new RecordEncoder(Duration.ofHours(1), stopped);
        Serializer<String> refused = (topic, text) -> {
            throw new SerializationException("schema is incompatible");
        };

        assertThatThrownBy(() -> encoder.encode(refused, "articles", "x"))
                .isInstanceOf(DemarcheException.class)
                .hasMessage("topic articles: cannot be written: schema is incompatible");
    }

    @Test
    void shouldStopWaitingWhenTheRunIsStopped() {
        stopped.countDown();
        RecordEncoder encoder = new RecordEncoder(Duration.ofHours(1), stopped);

        assertThatThrownBy(() -> encoder.encode(alwaysAway(), "articles", "x")).isInstanceOf(StoppedException.class);
    }

    private static Serializer<String> alwaysAway() {
        return (topic, text) -> {
            throw away();
        };
    }

    private static SchemaRegistryUnavailableException away() {
        return new SchemaRegistryUnavailableException("connection refused", null);
    }
}
