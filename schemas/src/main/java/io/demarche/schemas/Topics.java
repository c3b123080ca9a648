package io.demarche.schemas;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.BilateralTension;
import io.demarche.avro.DayTick;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.avro.PipelineHeartbeat;
import io.demarche.avro.RawArticle;
import io.demarche.avro.SourceState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * The catalogue of topics: the one place that knows their names, partition counts, retention and value types.
 *
 * <p>Every topic stamps records on arrival ({@code message.timestamp.type=LogAppendTime}): retention goes by the stamp,
 * so with the articles' own times the broker would delete last year's minutes after they came in. Event time is read
 * from the records themselves.
 */
public final class Topics {
    private static final int PARTITIONS = 6;

    public static final Topic RAW_ARTICLES = deleting("raw-articles", PARTITIONS, 30, RawArticle.class);
    public static final Topic EVENT_MENTIONS = deleting("event-mentions", PARTITIONS, 30, EventMention.class);
    public static final Topic DIPLOMATIC_EVENTS = deleting("diplomatic-events", PARTITIONS, 365, DiplomaticEvent.class);
    public static final Topic BILATERAL_TENSION =
            topic("bilateral-tension", PARTITIONS, "compact", Optional.empty(), BilateralTension.class);
    public static final Topic ESCALATION_ALERTS = deleting("escalation-alerts", PARTITIONS, 365, EscalationAlert.class);
    /**
     * What analysts say of acts, partitioned like {@link #EVENT_MENTIONS} and kept as long as the stores keep evidence: a person
     * said it, and nothing brings it back.
     */
    public static final Topic ANALYST_VERDICTS =
            deleting("analyst-verdicts", EVENT_MENTIONS.partitions(), 3650, AnalystVerdict.class);
    /** Partitioned like {@link #EVENT_MENTIONS}, one record a partition, under the key {@value #DAY_TICK_KEY}. */
    public static final Topic DAY_TICKS =
            topic("day-ticks", EVENT_MENTIONS.partitions(), "compact,delete", Optional.of(days(14)), DayTick.class);
    /**
     * Ticks that the coding stage has passed: no article that was sent before them is still on its way. Partitioned like
     * {@link #EVENT_MENTIONS}; each partition has one record for each partition of {@link #DAY_TICKS}, under {@code code-0} and
     * so on.
     */
    public static final Topic DAY_MARKS =
            topic("day-marks", EVENT_MENTIONS.partitions(), "compact,delete", Optional.of(days(14)), DayTick.class);
    /** One record for each task of the topology, the latest under its key. */
    public static final Topic PIPELINE_HEARTBEATS =
            topic("pipeline-heartbeats", 1, "compact,delete", Optional.of(days(1)), PipelineHeartbeat.class);
    /** What the producer remembers of each source, under its name. */
    public static final Topic SOURCE_STATE = topic("source-state", 1, "compact", Optional.empty(), SourceState.class);
    /**
     * Bytes as they failed, with the error and the origin in headers; Kafka Streams writes it. It takes larger records than
     * the others: one that fails can be as large as its topic takes, and the headers come on top.
     */
    public static final Topic DEAD_LETTERS = new Topic("dead-letters", 1, deadLetterConfig(), Optional.empty());

    /**
     * Alerts that a sink elsewhere did not take in the end, with the sink and the reason in headers. In one partition, so that the
     * revisions of an episode stay in their order.
     */
    public static final Topic UNDELIVERED_ALERTS = deleting("undelivered-alerts", 1, 30, EscalationAlert.class);

    /** The key of every day tick: a compacted topic takes no record without one. */
    public static final String DAY_TICK_KEY = "day";

    private static final List<Topic> ALL = List.of(
            RAW_ARTICLES,
            EVENT_MENTIONS,
            DIPLOMATIC_EVENTS,
            BILATERAL_TENSION,
            ESCALATION_ALERTS,
            ANALYST_VERDICTS,
            DAY_TICKS,
            DAY_MARKS,
            PIPELINE_HEARTBEATS,
            SOURCE_STATE,
            DEAD_LETTERS,
            UNDELIVERED_ALERTS);

    private Topics() {}

    /** All topics, in the order of the flow. */
    public static List<Topic> all() {
        return ALL;
    }

    /**
     * A topic of the catalogue.
     *
     * @param name its name on the broker
     * @param partitions how many partitions it is created with
     * @param config its settings at creation, as Kafka names them
     * @param valueType the record its values hold; empty where they are bytes of any kind
     */
    public record Topic(
            String name,
            int partitions,
            Map<String, String> config,
            Optional<Class<? extends SpecificRecord>> valueType) {

        /** The subject under which the registry keeps the schema of the values. */
        public String valueSubject() {
            return name + "-value";
        }
    }

    private static Topic deleting(String name, int partitions, int days, Class<? extends SpecificRecord> type) {
        return topic(name, partitions, "delete", Optional.of(days(days)), type);
    }

    private static Topic topic(
            String name,
            int partitions,
            String cleanup,
            Optional<Duration> retention,
            Class<? extends SpecificRecord> type) {
        return new Topic(name, partitions, config(cleanup, retention), Optional.of(type));
    }

    private static Map<String, String> config(String cleanup, Optional<Duration> retention) {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("cleanup.policy", cleanup);
        config.put("message.timestamp.type", "LogAppendTime");
        retention.ifPresent(kept -> config.put("retention.ms", Long.toString(kept.toMillis())));
        return Map.copyOf(config);
    }

    private static Map<String, String> deadLetterConfig() {
        Map<String, String> config = new LinkedHashMap<>(config("delete", Optional.of(days(14))));
        config.put("max.message.bytes", Integer.toString(4 * 1024 * 1024));
        return Map.copyOf(config);
    }

    private static Duration days(int n) {
        return Duration.ofDays(n);
    }
}
