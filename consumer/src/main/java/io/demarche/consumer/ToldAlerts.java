package io.demarche.consumer;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.EscalationAlert;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/**
 * Which alerts a sink was told of, so that it never hears the end of one whose beginning it was not handed: because the sink joined
 * late, or because a filter kept the beginning back. What was told before this process began is read again from the topic, once a
 * partition, when the first end comes that would hang in the air.
 */
final class ToldAlerts {
    /** Reads again what was in a partition. */
    @FunctionalInterface
    interface Past {
        /** Hands on the alerts from an offset to another, this one left out, in order. */
        void read(TopicPartition partition, long from, long to, Consumer<EscalationAlert> each);
    }

    private final Predicate<EscalationAlert> wanted;
    private final Past past;
    private final Map<Integer, Set<String>> told = new HashMap<>();
    private final Set<Integer> recalled = new HashSet<>();

    /** @param wanted the subscriber's filter */
    ToldAlerts(Predicate<EscalationAlert> wanted, Past past) {
        this.wanted = wanted;
        this.past = past;
    }

    /**
     * Whether to tell the sink: of a beginning and of news always, of an end only where it was told that the alert fires.
     *
     * @param began the offset at which this sink began in the partition
     * @param offset that of the alert
     */
    boolean mayTell(TopicPartition partition, long began, long offset, EscalationAlert alert) {
        if (!isOver(alert)) {
            of(partition).add(alert.getAlertId());
            return true;
        }
        if (!of(partition).contains(alert.getAlertId()) && !recalled.contains(partition.partition())) {
            past.read(partition, began, offset, earlier -> {
                if (!isOver(earlier) && wanted.test(earlier)) {
                    of(partition).add(earlier.getAlertId());
                }
            });
            recalled.add(partition.partition());
        }
        return of(partition).contains(alert.getAlertId());
    }

    private Set<String> of(TopicPartition partition) {
        return told.computeIfAbsent(partition.partition(), one -> new HashSet<>());
    }

    private static boolean isOver(EscalationAlert alert) {
        return alert.getStatus() == AlertStatus.RESOLVED || alert.getStatus() == AlertStatus.RETRACTED;
    }
}
