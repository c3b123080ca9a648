package io.demarche.replay;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Records sent and the place reached since the last commit: committed together, so that each record is copied once. */
final class CopyBatch {
    private static final int MOST_RECORDS = 500;

    private final KafkaProducer<byte[], byte[]> producer;
    private final ConsumerGroupMetadata group;
    private final Map<TopicPartition, OffsetAndMetadata> places = new HashMap<>();
    private int records;
    private boolean open;

    CopyBatch(KafkaProducer<byte[], byte[]> producer, ConsumerGroupMetadata group) {
        this.producer = producer;
        this.group = group;
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        begin();
        producer.send(record);
    }

    /** The record is done with; commits where the batch is full. */
    void reached(ConsumerRecord<byte[], byte[]> record) {
        begin();
        places.put(new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        records++;
        if (records >= MOST_RECORDS) {
            commit();
        }
    }

    void commit() {
        if (open) {
            producer.sendOffsetsToTransaction(places, group);
            producer.commitTransaction();
            open = false;
            records = 0;
            places.clear();
        }
    }

    private void begin() {
        if (!open) {
            producer.beginTransaction();
            open = true;
        }
    }
}
