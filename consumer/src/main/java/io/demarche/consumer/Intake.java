package io.demarche.consumer;

import io.demarche.avro.EscalationAlert;
import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongBiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Reads records as alerts, and sorts out what the sink is not to have. */
final class Intake {
    private final AlertDecoder decoder;
    private final AlertSource source;
    private final AlertFilter filter;
    private final ToldAlerts told;
    private final LongAdder leftOut = new LongAdder();
    private final LongAdder skipped = new LongAdder();

    /**
     * What there was in some records.
     *
     * @param wanted alerts for the sink
     * @param resume where to read on, in partitions that were not read to their end because the registry was of no use
     * @param trouble why it was of no use; empty where it was
     */
    record Batch(List<Arrival> wanted, Map<TopicPartition, Long> resume, String trouble) {
        boolean isWhole() {
            return resume.isEmpty();
        }
    }

    Intake(AlertDecoder decoder, AlertSource source, AlertFilter filter, PastAlerts past) {
        this.decoder = decoder;
        this.source = source;
        this.filter = filter;
        this.told = new ToldAlerts(filter::wants, past);
    }

    /** @param began where the sink began in a partition, given an offset that it may be at */
    Batch read(ConsumerRecords<byte[], byte[]> records, ToLongBiFunction<TopicPartition, Long> began) {
        List<Arrival> wanted = new ArrayList<>();
        Map<TopicPartition, Long> resume = new HashMap<>();
        String trouble = "";
        for (TopicPartition partition : records.partitions()) {
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                if (!resume.isEmpty()) {
                    resume.putIfAbsent(partition, record.offset());
                    break; // the registry is away: asking it for every partition would take its time each
                }
                try {
                    read(partition, record, began.applyAsLong(partition, record.offset()))
                            .ifPresent(wanted::add);
                } catch (SchemaRegistryUnavailableException e) {
                    trouble = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
                    resume.put(partition, record.offset());
                    break;
                }
            }
        }
        return new Batch(wanted, resume, trouble);
    }

    private Optional<Arrival> read(TopicPartition partition, ConsumerRecord<byte[], byte[]> record, long began) {
        if (!source.takes(record.headers())) {
            leftOut.increment();
            return Optional.empty();
        }
        Optional<EscalationAlert> alert = decoder.decode(record);
        if (alert.isEmpty()) {
            skipped.increment();
            return Optional.empty();
        }
        if (!filter.wants(alert.get())
                || !(source.isGivenUp() || told.mayTell(partition, began, record.offset(), alert.get()))) {
            leftOut.increment();
            return Optional.empty();
        }
        return Optional.of(
                new Arrival(partition.partition(), record.offset(), alert.get(), TraceContext.of(record.headers())));
    }

    /** How many alerts the sink was not to have. */
    LongAdder leftOut() {
        return leftOut;
    }

    /** How many records were no alert. */
    LongAdder skipped() {
        return skipped;
    }
}
