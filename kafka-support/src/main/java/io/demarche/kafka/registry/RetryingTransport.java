package io.demarche.kafka.registry;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks several registries in turn until one answers. A refused or lost connection, a time-out and the statuses 408, 429
 * and 5xx count as an outage: the next registry is asked at once, and after each round over all of them a pause is made
 * that doubles from 100 ms to 5 s, until the total time is over.
 */
final class RetryingTransport implements RegistryTransport {
    private static final Logger LOG = LoggerFactory.getLogger(RetryingTransport.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final List<? extends RegistryTransport> registries;
    private final Duration total;
    private final RetryTimer timer;
    /** Index of the registry that answered last: asked first next time. */
    private final AtomicInteger preferred = new AtomicInteger();

    RetryingTransport(List<? extends RegistryTransport> registries, Duration total, RetryTimer timer) {
        this.registries = List.copyOf(registries);
        this.total = total;
        this.timer = timer;
    }

    /**
     * @throws SchemaRegistryUnavailableException where none answered within the total time
     * @throws SchemaRegistryException where the TLS settings do not fit the registry: waiting would not mend them
     */
    @Override
    public RegistryAnswer exchange(String method, String path, @Nullable String body) throws InterruptedException {
        long start = timer.nanos();
        Duration pause = FIRST_PAUSE;
        boolean failedBefore = false;
        while (true) {
            Outage last = new Outage("", null);
            int first = preferred.get();
            for (int i = 0; i < registries.size(); i++) {
                int index = (first + i) % registries.size();
                RegistryTransport registry = registries.get(index);
                try {
                    RegistryAnswer answer = registry.exchange(method, path, body);
                    if (!isOutage(answer.status())) {
                        preferred.set(index);
                        if (failedBefore) {
                            LOG.info("schema registry answers again url={}", registry);
                        }
                        return answer;
                    }
                    last = new Outage(registry + " answered with HTTP status " + answer.status(), null);
                } catch (SSLHandshakeException | SSLPeerUnverifiedException e) {
                    throw new SchemaRegistryException(
                            0,
                            "no TLS connection to the schema registry at " + registry
                                    + " (check the settings schema.registry.ssl.*): " + e.getMessage(),
                            e);
                } catch (IOException e) {
                    last = new Outage(registry + ": " + reason(e), e);
                }
            }
            Duration left = total.minusNanos(timer.nanos() - start);
            if (left.isNegative() || left.isZero()) {
                throw new SchemaRegistryUnavailableException(
                        "no schema registry answered within " + total.toMillis() + " ms: " + last.what()
                                + " (start it, or correct the setting " + RegistrySettings.URL + ")",
                        last.cause());
            }
            if (!failedBefore) {
                LOG.warn(
                        "schema registry does not answer, asking again maxWaitMs={} reason={}",
                        total.toMillis(),
                        last.what());
                failedBefore = true;
            }
            timer.pause(pause.compareTo(left) < 0 ? pause : left);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static boolean isOutage(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    /** A refused connection has no message of its own in Java's client. */
    private static String reason(IOException e) {
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null ? name : name + ": " + e.getMessage();
    }

    private record Outage(String what, @Nullable IOException cause) {}
}
