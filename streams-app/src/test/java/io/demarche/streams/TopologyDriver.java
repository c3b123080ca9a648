package io.demarche.streams;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.BilateralTension;
import io.demarche.avro.DayTick;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.avro.PipelineHeartbeat;
import io.demarche.avro.RawArticle;
import io.demarche.coder.EventCoder;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.Topics;
import io.demarche.streams.counters.PipelineCounters;
import io.demarche.streams.errors.SharedCounters;
import io.demarche.tension.Assessor;
import io.demarche.tension.LadderAssessor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology in a test driver, with the real serde on a registry of its own. */
final class TopologyDriver implements AutoCloseable {
    /** Later than every article of the tests. */
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    static final LadderAssessor LADDER = LadderAssessor.withBundledRules();

    /** As the settings have it by default. */
    static final Duration SETTLE = Duration.ofMillis(100);

    final PipelineCounters counters = new PipelineCounters();
    final TestInputTopic<String, byte[]> articleBytes;
    final TestOutputTopic<byte[], byte[]> deadLetters;

    private final Map<String, String> serdeSettings;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, RawArticle> articles;
    private final TestInputTopic<String, EventMention> mentionInput;
    private final TestInputTopic<String, AnalystVerdict> verdictInput;
    private final TestInputTopic<String, DayTick> ticks;
    private final TestOutputTopic<String, EventMention> mentions;
    private final TestOutputTopic<String, DayTick> marks;
    private final TestOutputTopic<String, DiplomaticEvent> events;
    private final TestOutputTopic<String, BilateralTension> tension;
    private final TestOutputTopic<String, EscalationAlert> alerts;
    private final TestOutputTopic<String, PipelineHeartbeat> heartbeats;

    TopologyDriver() {
        this(new LineCoder(), LADDER, Map.of());
    }

    TopologyDriver(EventCoder coder, Assessor assessor, Map<String, String> settings) {
        String scope = "mock://" + UUID.randomUUID();
        serdeSettings = Map.of("schema.registry.url", scope);
        Map<String, String> all = new HashMap<>(
                Map.of("bootstrap.servers", "nowhere:1", "schema.registry.url", scope, "demarche.stores", "in-memory"));
        // The driver forgets what a transaction sends before its first record is processed: dead letters of bad bytes.
        all.put("processing.guarantee", "at_least_once");
        all.putAll(settings);
        StreamsSettings streamsSettings = StreamsSettings.from(all);
        Properties properties = new Properties();
        properties.putAll(streamsSettings.kafka());
        properties.put(SharedCounters.SETTING, counters);
        driver = new TopologyTestDriver(
                DiplomaticTopology.build(streamsSettings, coder, assessor, LADDER.rules(), counters), properties, NOW);
        articles = input(Topics.RAW_ARTICLES, RawArticle.class);
        mentionInput = input(Topics.EVENT_MENTIONS, EventMention.class);
        verdictInput = input(Topics.ANALYST_VERDICTS, AnalystVerdict.class);
        ticks = input(Topics.DAY_TICKS, DayTick.class);
        articleBytes = driver.createInputTopic(
                Topics.RAW_ARTICLES.name(), new StringSerializer(), new ByteArraySerializer(), NOW, Duration.ZERO);
        mentions = output(Topics.EVENT_MENTIONS, EventMention.class);
        marks = output(Topics.DAY_MARKS, DayTick.class);
        events = output(Topics.DIPLOMATIC_EVENTS, DiplomaticEvent.class);
        tension = output(Topics.BILATERAL_TENSION, BilateralTension.class);
        alerts = output(Topics.ESCALATION_ALERTS, EscalationAlert.class);
        heartbeats = output(Topics.PIPELINE_HEARTBEATS, PipelineHeartbeat.class);
        deadLetters = driver.createOutputTopic(
                Topics.DEAD_LETTERS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Each article in turn, with time to settle. */
    void read(RawArticle... read) {
        for (RawArticle article : read) {
            pass(article);
            settle();
        }
    }

    /** An article with headers, and time to settle. */
    void read(RawArticle article, Headers headers) {
        articles.pipeInput(new TestRecord<>(article.getArticleId(), article, headers));
        settle();
    }

    void read(String key, RawArticle article) {
        articles.pipeInput(key, article);
        settle();
    }

    /** An article after which the next follows at once. */
    void pass(RawArticle article) {
        articles.pipeInput(article.getArticleId(), article);
    }

    void mention(String key, EventMention mention) {
        mentionInput.pipeInput(key, mention);
        settle();
    }

    /** A verdict under the key of its dyad. */
    void judge(AnalystVerdict verdict) {
        judge(verdict.getDyad(), verdict);
    }

    void judge(String key, AnalystVerdict verdict) {
        verdictInput.pipeInput(key, verdict);
        settle();
    }

    void tick(String day) {
        passTick(day);
        settle();
    }

    /** A tick after which the next record follows at once. */
    void passTick(String day) {
        ticks.pipeInput(Topics.DAY_TICK_KEY, new DayTick(LocalDate.parse(day)));
    }

    /** Lets the settings' time to settle pass, and all work be done. */
    void settle() {
        do {
            driver.advanceWallClockTime(SETTLE);
        } while (counters.unsettled() > 0);
    }

    void wallClock(Duration passes) {
        driver.advanceWallClockTime(passes);
    }

    List<EventMention> mentions() {
        return mentions.readValuesToList();
    }

    List<TestRecord<String, EventMention>> mentionRecords() {
        return mentions.readRecordsToList();
    }

    List<DayTick> marks() {
        return marks.readValuesToList();
    }

    List<DiplomaticEvent> events() {
        return events.readValuesToList();
    }

    List<BilateralTension> tension() {
        return tension.readValuesToList();
    }

    List<EscalationAlert> alerts() {
        return alerts.readValuesToList();
    }

    List<TestRecord<String, DiplomaticEvent>> eventRecords() {
        return events.readRecordsToList();
    }

    List<TestRecord<String, EscalationAlert>> alertRecords() {
        return alerts.readRecordsToList();
    }

    List<TestRecord<String, PipelineHeartbeat>> heartbeats() {
        return heartbeats.readRecordsToList();
    }

    /** The last revision of each alert announced since the last call, by alertId. */
    Map<String, EscalationAlert> lastAlerts() {
        Map<String, EscalationAlert> last = new TreeMap<>();
        alerts().forEach(alert -> last.put(alert.getAlertId(), alert));
        return last;
    }

    /**
     * The last revision of each alert that was not retracted, by alertId: what must not depend on the order of the input.
     * Whether an alert was raised that later evidence showed to be wrong does depend on it.
     */
    static Map<String, EscalationAlert> standing(List<EscalationAlert> announced) {
        Map<String, EscalationAlert> last = new TreeMap<>();
        announced.forEach(alert -> last.put(alert.getAlertId(), alert));
        last.values().removeIf(alert -> alert.getStatus() == AlertStatus.RETRACTED);
        return last;
    }

    @Override
    public void close() {
        driver.close();
    }

    private <T extends SpecificRecord> TestInputTopic<String, T> input(Topics.Topic topic, Class<T> type) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), serde(type).serializer(), NOW, Duration.ZERO);
    }

    private <T extends SpecificRecord> TestOutputTopic<String, T> output(Topics.Topic topic, Class<T> type) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serde(type).deserializer());
    }

    private <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
        return ValueSerdes.of(type, serdeSettings);
    }
}
