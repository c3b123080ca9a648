package io.demarche.kafka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingTransportTest {
    private static final RegistryAnswer OK = new RegistryAnswer(200, "[]");

    private final VirtualTimer timer = new VirtualTimer();

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void shouldAskAgainWhereTheAnswerTellsOfAnOutage(int status) throws Exception {
        Scripted registry = new Scripted(new RegistryAnswer(status, ""), new RegistryAnswer(status, ""), OK);

        assertThat(ask(60, registry)).isEqualTo(OK);
        assertThat(registry.asked).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 400, 401, 404, 409, 422})
    void shouldTakeEveryOtherAnswer(int status) throws Exception {
        Scripted registry = new Scripted(new RegistryAnswer(status, "x"), OK);

        assertThat(ask(60, registry).status()).isEqualTo(status);
        assertThat(registry.asked).isEqualTo(1);
    }

    @Test
    void shouldAskAgainWhereNobodyListens() throws Exception {
        assertThat(ask(60, new Scripted(new ConnectException(), new IOException("reset"), OK)))
                .isEqualTo(OK);
    }

    @Test
    void shouldWaitTwiceAsLongEachTimeUpToFiveSeconds() {
        assertThatThrownBy(() -> ask(20, new Scripted(new ConnectException())))
                .isInstanceOf(SchemaRegistryUnavailableException.class);

        assertThat(timer.pauses)
                .extracting(Duration::toMillis)
                .containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L, 3700L);
    }

    @Test
    void shouldGiveUpWhenTheTotalTimeIsOver() {
        assertThatThrownBy(() -> ask(20, new Scripted(new ConnectException("Connection refused"))))
                .isInstanceOf(SchemaRegistryUnavailableException.class)
                .hasMessage(
                        "no schema registry answered within 20000 ms: registry: ConnectException: Connection refused"
                                + " (start it, or correct the setting schema.registry.url)")
                .hasCauseInstanceOf(ConnectException.class);
        assertThat(timer.elapsed()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void shouldAskOnceWhereNoTimeIsGiven() {
        Scripted registry = new Scripted(new ConnectException());

        assertThatThrownBy(() -> ask(0, registry)).isInstanceOf(SchemaRegistryUnavailableException.class);
        assertThat(registry.asked).isEqualTo(1);
    }

    @Test
    void shouldAskTheNextRegistryWithoutWaiting() throws Exception {
        assertThat(ask(60, new Scripted(new ConnectException()), new Scripted(OK)))
                .isEqualTo(OK);
        assertThat(timer.pauses).isEmpty();
    }

    @Test
    void shouldStayWithTheRegistryThatAnswered() throws Exception {
        Scripted down = new Scripted(new ConnectException());
        Scripted up = new Scripted(OK);
        RetryingTransport transport = new RetryingTransport(List.of(down, up), Duration.ofSeconds(60), timer);

        transport.exchange("GET", "/subjects", null);
        transport.exchange("GET", "/subjects", null);

        assertThat(down.asked).isEqualTo(1);
        assertThat(up.asked).isEqualTo(2);
    }

    @Test
    void shouldNotWaitForACertificateToMendItself() {
        Scripted registry = new Scripted(new SSLHandshakeException("unable to find valid certification path"));

        assertThatThrownBy(() -> ask(60, registry))
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessageContaining("schema.registry.ssl.*");
        assertThat(registry.asked).isEqualTo(1);
    }

    private RegistryAnswer ask(int seconds, RegistryTransport... registries) throws InterruptedException {
        return new RetryingTransport(List.of(registries), Duration.ofSeconds(seconds), timer)
                .exchange("GET", "/subjects", null);
    }

    /** Answers as told, the last for ever. */
    private static final class Scripted implements RegistryTransport {
        private final Deque<Object> script;
        private int asked;

        Scripted(Object... script) {
            this.script = new ArrayDeque<>(List.of(script));
        }

        @Override
        public RegistryAnswer exchange(String method, String path, @Nullable String body) throws IOException {
            asked++;
            Object next = script.size() > 1 ? script.remove() : script.element();
            if (next instanceof IOException failure) {
                throw failure;
            }
            return (RegistryAnswer) next;
        }

        @Override
        public String toString() {
            return "registry";
        }
    }

    private static final class VirtualTimer implements RetryTimer {
        private final List<Duration> pauses = new ArrayList<>();

        @Override
        public long nanos() {
            return elapsed().toNanos();
        }

        @Override
        public void pause(Duration duration) {
            pauses.add(duration);
        }

        Duration elapsed() {
            return pauses.stream().reduce(Duration.ZERO, Duration::plus);
        }
    }
}
