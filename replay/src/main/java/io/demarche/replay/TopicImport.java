package io.demarche.replay;

import io.demarche.schemas.DemarcheException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes the records of an export into a topic: keys, values and headers as the lines have them, each into its partition where the
 * topic has as many, in the order of the lines. Committed by the hundreds: whoever reads committed records sees no half of one.
 */
public final class TopicImport implements AutoCloseable {
    private static final int MOST_RECORDS = 500;

    private final Map<String, String> settings;
    private final String topic;
    private final String name;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long lineNumber;
    private long records;
    private long committed;

    /**
     * An import that has yet to run.
     *
     * @param settings of Kafka's clients and of the serde
     * @param topic the topic to write to; made where it is missing, like that of the catalogue whose name it bears
     * @param name what the lines' source is called in errors
     */
    public TopicImport(Map<String, String> settings, String topic, String name) {
        this.settings = Map.copyOf(settings);
        this.topic = topic;
        this.name = name;
    }

    /**
     * Writes the records.
     *
     * @return how many
     * @throws DemarcheException naming source and line of what is no record, and how many records before it are written; or
     *     where the broker does not answer or refuses
     * @throws IOException where the reader fails
     */
    public long run(BufferedReader lines) throws IOException {
        try (ReplayTopics topics = new ReplayTopics(settings)) {
            int partitions = topics.requireTarget(topic, RecordLines.known(topic));
            try (KafkaProducer<byte[], byte[]> producer = producer()) {
                producer.initTransactions();
                return write(lines, producer, partitions);
            }
        } catch (KafkaException e) {
            throw new DemarcheException(
                    "cannot import into " + topic + ": "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + soFar(),
                    e);
        }
    }

    /** Reads the lines, as {@link #run} does, and writes nothing. */
    public long dryRun(BufferedReader lines) throws IOException {
        RecordLines codec = new RecordLines(settings);
        String line = lines.readLine();
        while (line != null) {
            lineNumber++;
            if (!line.isBlank()) {
                try {
                    codec.check(line, topic);
                } catch (DemarcheException e) {
                    throw located(e);
                }
                records++;
            }
            line = lines.readLine();
        }
        return records;
    }

    private long write(BufferedReader lines, KafkaProducer<byte[], byte[]> producer, int partitions)
            throws IOException {
        RecordLines codec = new RecordLines(settings);
        producer.beginTransaction();
        String line = lines.readLine();
        while (line != null) {
            lineNumber++;
            if (stopped.getCount() == 0) {
                throw new DemarcheException("the import was stopped" + soFar());
            }
            if (!line.isBlank()) {
                producer.send(inPartition(read(codec, line), partitions));
                records++;
                if (records - committed >= MOST_RECORDS) {
                    producer.commitTransaction();
                    committed = records;
                    producer.beginTransaction();
                }
            }
            line = lines.readLine();
        }
        producer.commitTransaction();
        committed = records;
        return records;
    }

    private ProducerRecord<byte[], byte[]> read(RecordLines codec, String line) {
        try {
            return codec.read(line, topic);
        } catch (DemarcheException e) {
            throw located(e);
        }
    }

    private DemarcheException located(DemarcheException e) {
        return new DemarcheException(name + ":" + lineNumber + ": " + e.getMessage() + soFar(), e);
    }

    private String soFar() {
        return committed == 0 ? "; nothing is written" : "; the first " + committed + " records are written";
    }

    private static ProducerRecord<byte[], byte[]> inPartition(ProducerRecord<byte[], byte[]> record, int partitions) {
        boolean fits = record.partition() != null && record.partition() < partitions;
        return new ProducerRecord<>(
                record.topic(),
                fits ? record.partition() : null,
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> config = new HashMap<>(settings);
        config.put("transactional.id", "demarche-import-" + topic);
        config.put("acks", "all");
        config.putIfAbsent("max.request.size", Integer.toString(ReplayClients.MAX_REQUEST_BYTES));
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Ends an import under way; what is not committed by then is not written. */
    @Override
    public void close() {
        stopped.countDown();
    }
}
