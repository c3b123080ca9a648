package io.demarche.replay;

import io.demarche.avro.EscalationAlert;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.Topics;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;

/** Marks copies of alerts in the record itself, for those who see no headers: {@code test} is true. */
final class AlertMark {
    private static final String ALERTS = Topics.ESCALATION_ALERTS.name();

    private AlertMark() {}

    /**
     * What becomes of the values of a topic: those of alerts are marked, all others stay as they are, and so does what
     * cannot be read.
     *
     * @param topic holds alerts where it bears their topic's name, with or without a prefix
     */
    static UnaryOperator<byte[]> of(String topic, Map<String, ?> serde) {
        if (!topic.equals(ALERTS) && !topic.endsWith("-" + ALERTS)) {
            return value -> value;
        }
        Serde<EscalationAlert> alerts = ValueSerdes.of(EscalationAlert.class, serde);
        return value -> {
            if (value == null) {
                return value;
            }
            try {
                EscalationAlert alert = alerts.deserializer().deserialize(ALERTS, value);
                alert.setTest(true);
                return alerts.serializer().serialize(ALERTS, alert);
            } catch (SerializationException e) {
                return value;
            }
        };
    }
}
