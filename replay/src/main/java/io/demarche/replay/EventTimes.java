package io.demarche.replay;

import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.Topics;
import io.demarche.streams.EventTimeExtractor;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** When what a record tells of was known: its event time where its topic is one of the catalogue's, else its arrival. */
final class EventTimes {
    private static final EventTimeExtractor TIMES = new EventTimeExtractor();

    private EventTimes() {}

    /**
     * The event times of a topic's records, in milliseconds since 1970. A record that cannot be read has the time of its
     * arrival.
     */
    static ToLongFunction<ConsumerRecord<byte[], byte[]>> of(String topic, Map<String, ?> serde) {
        return Topics.all().stream()
                .filter(known -> known.name().equals(topic))
                .flatMap(known -> known.valueType().stream())
                .findFirst()
                .<ToLongFunction<ConsumerRecord<byte[], byte[]>>>map(
                        type -> read(ValueSerdes.of(type, serde).deserializer()))
                .orElse(record -> record.timestamp());
    }

    private static ToLongFunction<ConsumerRecord<byte[], byte[]>> read(
            Deserializer<? extends SpecificRecord> deserializer) {
        return record -> {
            try {
                Object value = deserializer.deserialize(record.topic(), record.value());
                return TIMES.extract(
                        new ConsumerRecord<>(
                                record.topic(),
                                record.partition(),
                                record.offset(),
                                record.timestamp(),
                                record.timestampType(),
                                -1,
                                -1,
                                null,
                                value,
                                record.headers(),
                                record.leaderEpoch()),
                        -1);
            } catch (SerializationException e) {
                return record.timestamp();
            }
        };
    }
}
