package io.demarche.replay;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record of the dead letter queue, as Kafka Streams writes it (KIP-1034): key, value and headers as they failed, and in
 * further headers why and where.
 *
 * @param letter the record
 */
record DeadLetter(ConsumerRecord<byte[], byte[]> letter) {
    /** How often the record has been sent back. */
    static final String TRIES = "demarche.redrive.tries";

    private static final String ERRORS = "__streams.errors.";

    /** The topic in which it failed; empty where the letter does not say. */
    Optional<String> origin() {
        return text(ERRORS + "topic");
    }

    /** How often it has been sent back already. */
    int tries() {
        return text(TRIES).flatMap(DeadLetter::number).orElse(0);
    }

    /**
     * The record as it was, to be sent to where it failed, with one more try on its count.
     *
     * @param partitions how many partitions the topic has; where that of the letter is none of them, the key decides
     */
    ProducerRecord<byte[], byte[]> again(String topic, int partitions) {
        Headers headers = new RecordHeaders();
        for (Header header : letter.headers()) {
            if (!header.key().startsWith(ERRORS) && !header.key().equals(TRIES)) {
                headers.add(header);
            }
        }
        headers.add(TRIES, Integer.toString(tries() + 1).getBytes(StandardCharsets.UTF_8));
        Integer partition = text(ERRORS + "partition")
                .flatMap(DeadLetter::number)
                .filter(written -> written < partitions)
                .orElse(null);
        return new ProducerRecord<>(topic, partition, null, letter.key(), letter.value(), headers);
    }

    /** The letter as it is, for another topic. */
    ProducerRecord<byte[], byte[]> into(String topic) {
        return new ProducerRecord<>(topic, null, null, letter.key(), letter.value(), letter.headers());
    }

    /** An upper bound of the bytes that a record takes on the broker. */
    static long bytes(ProducerRecord<byte[], byte[]> record) {
        long bytes = 128 + length(record.key()) + length(record.value());
        for (Header header : record.headers()) {
            bytes += 10 + 3L * header.key().length() + length(header.value());
        }
        return bytes;
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(letter.headers().lastHeader(name))
                .flatMap(header -> Optional.ofNullable(header.value()))
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
