package io.demarche.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import io.demarche.streams.state.UnreadableStateException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class ThreadReplacementTest {
    private final AtomicLong progress = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ThreadReplacement replacement = new ThreadReplacement(Duration.ofMillis(2), progress::get, closing);

    @Test
    void shouldTryAgainForAsLongAsAnOutageLasts() {
        for (int i = 0; i < 50; i++) {
            assertThat(replacement.handle(new SchemaRegistryUnavailableException("out", null)))
                    .isEqualTo(REPLACE_THREAD);
        }
        assertThat(replacement.fatal()).isNull();
    }

    @Test
    void shouldStopWhenAFaultKeepsComingBackWithoutProgress() {
        RuntimeException fault = new IllegalStateException("fault");
        for (int i = 0; i < 4; i++) {
            assertThat(replacement.handle(fault)).isEqualTo(REPLACE_THREAD);
        }

        assertThat(replacement.handle(fault)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(replacement.fatal()).isSameAs(fault);
    }

    @Test
    void shouldGoOnWhileThereIsProgressBetweenFaults() {
        for (int i = 0; i < 20; i++) {
            progress.incrementAndGet();
            assertThat(replacement.handle(new IllegalStateException("fault"))).isEqualTo(REPLACE_THREAD);
        }
    }

    @Test
    void shouldStopAtOnceWhenATopicIsGone() {
        assertThat(replacement.handle(new MissingSourceTopicException("raw-articles")))
                .isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void shouldStopAtOnceWhereNoTryCanReadTheState() {
        StreamsException wrapped =
                new StreamsException("task failed", new UnreadableStateException("a mention is stored oddly", null));

        assertThat(replacement.handle(wrapped)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(ThreadReplacement.what(wrapped)).contains("the state is of another version: a mention");
    }

    @Test
    void shouldSpeakOfTheOutageAndNotOfTheRecordAtHand() {
        StreamsException wrapped = new StreamsException(
                "please set the deserialization.exception.handler appropriately",
                new SchemaRegistryUnavailableException("no schema registry answered", null));

        assertThat(ThreadReplacement.what(wrapped))
                .contains("no schema registry answered")
                .doesNotContain("deserialization.exception.handler");
    }

    @Test
    void shouldWaitForRoomOnAFullDiskForAsLongAsItTakes() {
        ProcessorStateException full =
                new ProcessorStateException("Error opening store", new IOException("No space left on device"));
        for (int i = 0; i < 20; i++) {
            assertThat(replacement.handle(full)).isEqualTo(REPLACE_THREAD);
            assertThat(replacement.isDiskFull()).isTrue();
        }
        progress.incrementAndGet();

        assertThat(replacement.isDiskFull()).as("once something was done").isFalse();
    }

    @Test
    void shouldNameAFullStateDisk() {
        ProcessorStateException wrapped = new ProcessorStateException(
                "Error while putting key", new IOException("While appending to file: No space left on device"));

        assertThat(ThreadReplacement.what(wrapped))
                .startsWith("no room is left on the disk of the state stores (state.dir): ");
    }

    @Test
    void shouldNotWaitWhenTheApplicationCloses() {
        ThreadReplacement patient = new ThreadReplacement(Duration.ofHours(1), progress::get, closing);
        closing.countDown();
        for (int i = 0; i < 30; i++) {
            patient.handle(new SchemaRegistryUnavailableException("out", null));
        }
        assertThat(patient.fatal()).isNull();
    }
}
