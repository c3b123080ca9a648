package io.demarche.consumer;

import io.demarche.avro.EscalationAlert;
import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an outlet again what it was handed before, each time partitions come or go, where it needs to know. */
final class Recollection {
    private static final Logger LOG = LoggerFactory.getLogger(Recollection.class);

    private final Outlet outlet;
    private final Predicate<EscalationAlert> wanted;
    private final ToldAlerts.Past past;
    private int upToChange;

    Recollection(Outlet outlet, Predicate<EscalationAlert> wanted, ToldAlerts.Past past) {
        this.outlet = outlet;
        this.wanted = wanted;
        this.past = past;
    }

    /** Recalls what is to be recalled now. Where a server is away, the next time will do. */
    void refresh(Consumer<byte[], byte[]> kafka, OffsetLedger offsets) {
        int change = offsets.changes();
        if (!outlet.hasPast() || change == upToChange) {
            return;
        }
        try {
            outlet.forgetPast();
            for (TopicPartition partition : kafka.assignment()) {
                OptionalLong began = offsets.knownBegan(partition);
                if (began.isPresent()) {
                    past.read(partition, began.getAsLong(), kafka.position(partition), alert -> {
                        if (wanted.test(alert)) {
                            outlet.recall(alert);
                        }
                    });
                }
            }
            upToChange = change;
        } catch (SchemaRegistryUnavailableException | TimeoutException e) {
            LOG.warn("Cannot yet recall what was told before reason={}", e.getMessage());
        }
    }
}
