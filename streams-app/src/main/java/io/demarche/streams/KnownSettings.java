package io.demarche.streams;

import io.demarche.kafka.monitoring.Endpoint;
import io.demarche.kafka.settings.Rule;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of the streams application by name: type, default, what each may be and what it means. */
public final class KnownSettings {
    static final String TOPIC_PREFIX = "demarche.topic.prefix";
    static final String STORES = "demarche.stores";
    static final String MAX_RECORD_BYTES = "demarche.max.record.bytes";
    static final String KEEP_DAYS = "demarche.keep.days";
    static final String SETTLE = "demarche.settle.ms";
    static final String MEMORY = "demarche.memory.mb";
    static final String OUTAGE_BACKOFF = "demarche.outage.backoff.max.ms";
    static final String HEARTBEAT = "demarche.heartbeat.ms";
    static final String LINGER = StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG);
    static final String BATCH_BYTES = StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG);
    static final String SESSION_TIMEOUT = StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);

    private static final Rule NAME =
            Rule.matching("letters, digits, '.', '_' and '-'", name -> name.matches("[A-Za-z0-9._-]+"));
    private static final Rule PART_OF_A_NAME =
            Rule.matching("letters, digits, '.', '_' and '-'", name -> name.matches("[A-Za-z0-9._-]*"));

    /** Every setting of the streams application. */
    public static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                    Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    Rule.notBlank(),
                    Importance.HIGH,
                    "Kafka brokers as host:port, comma-separated.")
            .define(
                    StreamsConfig.APPLICATION_ID_CONFIG,
                    Type.STRING,
                    "demarche",
                    NAME,
                    Importance.HIGH,
                    "Instances under one id share the work.")
            .define(
                    StreamsConfig.STATE_DIR_CONFIG,
                    Type.STRING,
                    "demarche-state",
                    Rule.matching("a directory", KnownSettings::isPath),
                    Importance.HIGH,
                    "Where the state stores are kept; one of its own for each instance.")
            .define(
                    TOPIC_PREFIX,
                    Type.STRING,
                    "",
                    PART_OF_A_NAME,
                    Importance.LOW,
                    "Put before the name of every topic.")
            .define(
                    StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                    Type.STRING,
                    "exactly_once_v2",
                    Rule.oneOf("exactly_once_v2", "at_least_once"),
                    Importance.MEDIUM,
                    "What is promised of the effects of each record.")
            .define(
                    STORES,
                    Type.STRING,
                    "persistent",
                    Rule.oneOf("persistent", "in-memory"),
                    Importance.LOW,
                    "Where state stores live: on disk or in memory.")
            .define(
                    StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                    Type.INT,
                    1,
                    Rule.atLeast(1),
                    Importance.MEDIUM,
                    "Threads of this instance.")
            .define(
                    StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
                    Type.INT,
                    0,
                    Rule.atLeast(0),
                    Importance.LOW,
                    "Copies of the state that other instances keep.")
            .define(
                    StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                    Type.LONG,
                    50L,
                    Rule.atLeast(1),
                    Importance.MEDIUM,
                    "How often work is committed, in milliseconds: under exactly-once, results are seen that much later.")
            .define(
                    LINGER,
                    Type.LONG,
                    0L,
                    Rule.atLeast(0),
                    Importance.LOW,
                    "How long the producer waits for a batch to fill, in milliseconds.")
            .define(
                    BATCH_BYTES,
                    Type.INT,
                    262_144,
                    Rule.atLeast(0),
                    Importance.LOW,
                    "Bytes of a batch of records for one partition.")
            .define(
                    SESSION_TIMEOUT,
                    Type.LONG,
                    6_000L,
                    Rule.atLeast(1),
                    Importance.MEDIUM,
                    "After how many milliseconds the work of an instance that died goes to others.")
            .define(
                    MAX_RECORD_BYTES,
                    Type.INT,
                    1_000_000,
                    Rule.atLeast(1),
                    Importance.LOW,
                    "Bytes of the largest result; a larger one is refused before it is sent.")
            .define(
                    KEEP_DAYS,
                    Type.INT,
                    3_650,
                    ConfigDef.Range.between(60, 36_525),
                    Importance.MEDIUM,
                    "For how many days before the day that has come evidence is kept; older evidence is refused and counted.")
            .define(
                    SETTLE,
                    Type.LONG,
                    100L,
                    Rule.atLeast(0),
                    Importance.LOW,
                    "How many milliseconds the news of a pair waits for more of it; a pair is announced at most once by news in that time.")
            .define(
                    MEMORY,
                    Type.INT,
                    1_024,
                    Rule.atLeast(256),
                    Importance.MEDIUM,
                    "Megabytes that the instance may take of the machine's memory, the Java heap among them.")
            .define(
                    OUTAGE_BACKOFF,
                    Type.LONG,
                    30_000L,
                    Rule.atLeast(1),
                    Importance.LOW,
                    "The longest wait between two tries while a server is out, in milliseconds.")
            .define(
                    HEARTBEAT,
                    Type.LONG,
                    60_000L,
                    Rule.atLeast(1),
                    Importance.LOW,
                    "How often each task says that it is at work, in milliseconds.")
            .define(
                    Endpoint.HOST_SETTING,
                    Type.STRING,
                    Endpoint.LOOPBACK,
                    Rule.notBlank(),
                    Importance.LOW,
                    "Address on which health and metrics are asked for.")
            .define(
                    Endpoint.PORT_SETTING,
                    Type.INT,
                    Endpoint.NONE,
                    Endpoint.PORT_RULE,
                    Importance.LOW,
                    "Port on which they are asked for.");

    private KnownSettings() {}

    private static boolean isPath(String text) {
        try {
            Path.of(text);
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
