package io.demarche.consumer;

import io.demarche.avro.EscalationAlert;
import io.demarche.kafka.TestMark;
import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import io.demarche.kafka.serde.ValueReader;
import io.demarche.schemas.Dyad;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads alerts from records. */
final class AlertDecoder {
    private static final Logger LOG = LoggerFactory.getLogger(AlertDecoder.class);

    private final ValueReader<EscalationAlert> values;

    private AlertDecoder(ValueReader<EscalationAlert> values) {
        this.values = values;
    }

    /** A decoder with these settings of the serde. */
    static AlertDecoder of(Map<String, Object> serde) {
        return new AlertDecoder(ValueReader.of(EscalationAlert.class, serde));
    }

    /**
     * The alert of a record, marked as a test where the record or its header says so; empty, with a line in the log, where it
     * holds none.
     *
     * @throws SchemaRegistryUnavailableException where the registry does not answer, turns us away, or knows no schema of ours
     */
    Optional<EscalationAlert> decode(ConsumerRecord<byte[], byte[]> record) {
        Optional<EscalationAlert> alert = values.read(record);
        if (alert.isPresent() && TestMark.isOn(record.headers())) {
            alert.get().setTest(true); // made of a replayed article: the record itself is as the article's first time
        }
        if (alert.isPresent() && !isDyad(alert.get().getDyad())) {
            LOG.warn(
                    "Skipped an alert whose dyad is no pair of states topic={} partition={} offset={}",
                    record.topic(),
                    record.partition(),
                    record.offset());
            return Optional.empty();
        }
        return alert;
    }

    private static boolean isDyad(String text) {
        try {
            Dyad.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
