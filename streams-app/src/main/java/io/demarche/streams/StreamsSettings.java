package io.demarche.streams;

import io.demarche.kafka.monitoring.Endpoint;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.TopicNames;
import io.demarche.schemas.Topics;
import io.demarche.streams.errors.UndecodableRecordHandler;
import io.demarche.streams.errors.UnprocessableRecordHandler;
import io.demarche.streams.errors.UnsendableRecordHandler;
import io.demarche.streams.state.StateStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set about the streams application. Read from settings by name with {@link #from}; those that Kafka
 * has carry Kafka's name, our own start with {@code demarche.}.
 *
 * @param bootstrapServers {@code bootstrap.servers}
 * @param applicationId {@code application.id}: instances under one id share the work
 * @param stateDir {@code state.dir}: one of its own for every instance
 * @param topicPrefix {@code demarche.topic.prefix}: put before every topic's name
 * @param guarantee {@code processing.guarantee}
 * @param stores {@code demarche.stores}: {@code persistent} or {@code in-memory}
 * @param threads {@code num.stream.threads}, 1 or more
 * @param standbys {@code num.standby.replicas}, 0 or more
 * @param commitInterval {@code commit.interval.ms}, 1 ms or more: under exactly-once, results are seen that much later
 * @param linger {@code producer.linger.ms}: how long the producer waits for a batch to fill
 * @param batchBytes {@code producer.batch.size}, in bytes
 * @param sessionTimeout {@code consumer.session.timeout.ms}: after that long, the work of an instance that died goes to others
 * @param maxRecordBytes {@code demarche.max.record.bytes}: results larger than this are refused before they are sent
 * @param lateGrace {@code demarche.late.grace.ms}: how long the horizon stays behind the day that has come
 * @param outageBackoff {@code demarche.outage.backoff.max.ms}: the longest wait between two tries while a server is out
 * @param heartbeat {@code demarche.heartbeat.ms}: how often each task says that it is at work
 * @param monitoring {@code demarche.health.host} and {@code demarche.health.port}: where health and metrics are asked for
 * @param properties everything else: passed to Kafka and to the serde
 */
public record StreamsSettings(
        String bootstrapServers,
        String applicationId,
        Path stateDir,
        String topicPrefix,
        Guarantee guarantee,
        StateStores.Kind stores,
        int threads,
        int standbys,
        Duration commitInterval,
        Duration linger,
        int batchBytes,
        Duration sessionTimeout,
        int maxRecordBytes,
        Duration lateGrace,
        Duration outageBackoff,
        Duration heartbeat,
        Endpoint monitoring,
        Map<String, String> properties) {
    private static final String TOPIC_PREFIX = "demarche.topic.prefix";
    private static final String STORES = "demarche.stores";
    private static final String MAX_RECORD_BYTES = "demarche.max.record.bytes";
    private static final String LATE_GRACE = "demarche.late.grace.ms";
    private static final String OUTAGE_BACKOFF = "demarche.outage.backoff.max.ms";
    private static final String HEARTBEAT = "demarche.heartbeat.ms";
    private static final String LINGER = StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG);
    private static final String BATCH_BYTES = StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG);
    private static final String SESSION_TIMEOUT =
            StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);

    /** A start takes two rebalances; members hear of the second with the next heartbeat. */
    private static final long HEARTBEAT_MS = 1_000;

    /** Kafka's own default. */
    private static final long LONGEST_POLL_MS = 100;

    /** What is promised about each record's effects. */
    public enum Guarantee {
        /** Each record takes effect once, in stores and in topics. */
        EXACTLY_ONCE_V2,
        /**
         * Each record takes effect, perhaps more than once. State and results are not written together: an announcement on
         * its way at the moment of a crash can be missing until the dyad changes again.
         */
        AT_LEAST_ONCE;

        String kafkaName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public StreamsSettings {
        require(!bootstrapServers.isBlank(), StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "must name a broker");
        require(
                applicationId.matches("[A-Za-z0-9._-]+"),
                StreamsConfig.APPLICATION_ID_CONFIG,
                "may hold letters, digits, '.', '_' and '-' only, not '" + applicationId + "'");
        require(
                topicPrefix.matches("[A-Za-z0-9._-]*"),
                TOPIC_PREFIX,
                "may hold letters, digits, '.', '_' and '-' only, not '" + topicPrefix + "'");
        atLeast(1, threads, StreamsConfig.NUM_STREAM_THREADS_CONFIG);
        atLeast(0, standbys, StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG);
        atLeast(1, commitInterval.toMillis(), StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);
        atLeast(0, linger.toMillis(), LINGER);
        atLeast(0, batchBytes, BATCH_BYTES);
        atLeast(1, sessionTimeout.toMillis(), SESSION_TIMEOUT);
        atLeast(1, maxRecordBytes, MAX_RECORD_BYTES);
        atLeast(1, lateGrace.toMillis(), LATE_GRACE);
        atLeast(1, outageBackoff.toMillis(), OUTAGE_BACKOFF);
        atLeast(1, heartbeat.toMillis(), HEARTBEAT);
        properties = Map.copyOf(properties);
    }

    /**
     * Reads settings by name; what is absent has its default.
     *
     * @throws DemarcheException naming the setting that is missing or has a value it cannot have
     */
    public static StreamsSettings from(Map<String, String> settings) {
        Map<String, String> rest = new LinkedHashMap<>(settings);
        return new StreamsSettings(
                text(rest, StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, ""),
                text(rest, StreamsConfig.APPLICATION_ID_CONFIG, "demarche"),
                read(rest, StreamsConfig.STATE_DIR_CONFIG, "demarche-state", "must be a directory", Path::of),
                text(rest, TOPIC_PREFIX, ""),
                read(
                        rest,
                        StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                        "exactly_once_v2",
                        "must be exactly_once_v2 or at_least_once",
                        StreamsSettings::guarantee),
                read(rest, STORES, "persistent", "must be persistent or in-memory", StreamsSettings::kind),
                number(rest, StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1),
                number(rest, StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 0),
                millis(rest, StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 50),
                millis(rest, LINGER, 0),
                number(rest, BATCH_BYTES, 262_144),
                millis(rest, SESSION_TIMEOUT, 6_000),
                number(rest, MAX_RECORD_BYTES, 1_000_000),
                millis(rest, LATE_GRACE, 3_600_000),
                millis(rest, OUTAGE_BACKOFF, 30_000),
                millis(rest, HEARTBEAT, 60_000),
                new Endpoint(
                        text(rest, Endpoint.HOST_SETTING, Endpoint.LOOPBACK),
                        number(rest, Endpoint.PORT_SETTING, Endpoint.NONE)),
                rest);
    }

    /** The names of the topics. */
    public TopicNames topics() {
        return new TopicNames(topicPrefix);
    }

    /** The settings as Kafka Streams takes them. */
    public Map<String, Object> kafka() {
        Map<String, Object> kafka = new LinkedHashMap<>();
        kafka.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                Long.toString(Math.max(1, Math.min(HEARTBEAT_MS, sessionTimeout.toMillis() / 4))));
        kafka.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), "4194304");
        kafka.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, "0");
        kafka.put(StreamsConfig.LOG_SUMMARY_INTERVAL_MS_CONFIG, "-1");
        // A thread that waits for records does not commit: the last ones before a lull would be seen that much later.
        kafka.put(
                StreamsConfig.POLL_MS_CONFIG,
                Long.toString(Math.max(1, Math.min(LONGEST_POLL_MS, commitInterval.toMillis() / 2))));
        // There is no global store; without this, Kafka warns at every start.
        kafka.put("processing.exception.handler.global.enabled", "true");
        kafka.putAll(properties);
        kafka.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        kafka.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        kafka.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        kafka.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee.kafkaName());
        kafka.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, Integer.toString(threads));
        kafka.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, Integer.toString(standbys));
        kafka.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, Long.toString(commitInterval.toMillis()));
        kafka.put(LINGER, Long.toString(linger.toMillis()));
        kafka.put(BATCH_BYTES, Integer.toString(batchBytes));
        kafka.put(SESSION_TIMEOUT, Long.toString(sessionTimeout.toMillis()));
        kafka.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        kafka.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, EventTimeExtractor.class);
        kafka.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, topics().of(Topics.DEAD_LETTERS));
        kafka.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UndecodableRecordHandler.class);
        kafka.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnprocessableRecordHandler.class);
        kafka.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnsendableRecordHandler.class);
        return kafka;
    }

    private static String text(Map<String, String> rest, String name, String byDefault) {
        @Nullable String value = rest.remove(name);
        return value == null ? byDefault : value.strip();
    }

    private static int number(Map<String, String> rest, String name, int byDefault) {
        return read(rest, name, Integer.toString(byDefault), "must be a whole number", Integer::valueOf);
    }

    private static Duration millis(Map<String, String> rest, String name, long byDefault) {
        return read(
                rest,
                name,
                Long.toString(byDefault),
                "must be a whole number of milliseconds",
                value -> Duration.ofMillis(Long.parseLong(value)));
    }

    private static <T> T read(
            Map<String, String> rest, String name, String byDefault, String what, Function<String, T> reader) {
        String value = text(rest, name, byDefault);
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw new DemarcheException("setting " + name + " " + what + ", not '" + value + "'", e);
        }
    }

    private static Guarantee guarantee(String value) {
        return Guarantee.valueOf(value.toUpperCase(Locale.ROOT));
    }

    private static StateStores.Kind kind(String value) {
        return StateStores.Kind.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static void atLeast(long least, long value, String name) {
        require(value >= least, name, "must be at least " + least + ", not " + value);
    }

    private static void require(boolean holds, String name, String what) {
        if (!holds) {
            throw new DemarcheException("setting " + name + " " + what);
        }
    }
}
