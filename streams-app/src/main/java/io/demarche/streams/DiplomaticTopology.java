package io.demarche.streams;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.BilateralTension;
import io.demarche.avro.DayTick;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.avro.PipelineHeartbeat;
import io.demarche.avro.RawArticle;
import io.demarche.coder.EventCoder;
import io.demarche.kafka.registry.RegistrySettings;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.TopicNames;
import io.demarche.schemas.Topics;
import io.demarche.streams.coding.ArticleCoding;
import io.demarche.streams.counters.PipelineCounters;
import io.demarche.streams.state.CodedArticleCodec;
import io.demarche.streams.state.MemoryShare;
import io.demarche.streams.state.RecordCodec;
import io.demarche.streams.state.RecordCodecs;
import io.demarche.streams.state.StateStores;
import io.demarche.streams.state.StoredForms;
import io.demarche.tension.Assessor;
import io.demarche.tension.evidence.ActCatalogue;
import io.demarche.tension.rules.Ruleset;
import io.demarche.tension.verdicts.Corrections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * The topology: articles are coded to mentions, which travel by dyad to where each dyad is assessed.
 *
 * <p>Two sub-topologies. The first holds an article's versions, partitioned by articleId, and passes ticks on to every
 * partition of the second; the second holds dyads, and what analysts say of their acts. What a verdict says instead of an act may
 * be another dyad's: it goes back to the mentions. A day has come there once every partition of the first has passed its tick
 * on. Every node, store and topic is named.
 */
public final class DiplomaticTopology {
    static final String EVENTS_SINK = "announce-events";
    static final String TENSION_SINK = "announce-tension";
    static final String ALERTS_SINK = "announce-alerts";
    static final String MENTIONS_SINK = "send-mentions";
    static final String CORRECTIONS_SINK = "send-corrections";
    static final String MARKS_SINK = "mark-days";

    private static final String ARTICLES = "read-articles";
    private static final String CODING = "code-articles";
    private static final String MENTIONS = "read-mentions";
    private static final String VERDICTS = "read-verdicts";
    private static final String TICKS = "read-ticks";
    private static final String MARKS = "read-marks";
    private static final String ASSESSING = "assess-dyads";

    private static final String REGISTRY_RETRY_MS = "2000";

    private DiplomaticTopology() {}

    /**
     * Builds the topology.
     *
     * @param settings names, stores and bounds; the serde is configured with its {@code properties}
     * @param coder codes articles; shared by all threads
     * @param assessor assesses dyads; shared by all threads
     * @param rules the rules that it goes by: what is due for announcement
     * @param counters told what is done
     */
    public static Topology build(
            StreamsSettings settings, EventCoder coder, Assessor assessor, Ruleset rules, PipelineCounters counters) {
        TopicNames topics = settings.topics();
        Ruleset kept = rules.keeping(settings.keepDays());
        MemoryShare memory = MemoryPlan.of(settings).followedDyads();
        Serde<RawArticle> articles = serde(settings, RawArticle.class);
        Serde<EventMention> mentions = serde(settings, EventMention.class);
        Serde<AnalystVerdict> verdicts = serde(settings, AnalystVerdict.class);
        Serde<DayTick> ticks = serde(settings, DayTick.class);
        Serde<DiplomaticEvent> events = serde(settings, DiplomaticEvent.class);
        Serde<BilateralTension> tension = serde(settings, BilateralTension.class);
        Serde<EscalationAlert> alerts = serde(settings, EscalationAlert.class);
        StoredForms forms = new StoredForms();
        RecordCodecs codecs = new RecordCodecs(
                new RecordCodec<>(EventMention.class),
                new RecordCodec<>(DiplomaticEvent.class),
                new RecordCodec<>(BilateralTension.class),
                new RecordCodec<>(EscalationAlert.class),
                new RecordCodec<>(AnalystVerdict.class),
                forms);
        Corrections corrections = new Corrections(ActCatalogue.bundled());
        StateStores stores = new StateStores(settings.stores(), settings.cachesStores());
        ArticleCoding coding = new ArticleCoding(coder);
        CodedArticleCodec codedArticles = new CodedArticleCodec(codecs.mentions());

        Topology topology = new Topology();
        topology.addSource(ARTICLES, new StringDeserializer(), articles.deserializer(), topics.of(Topics.RAW_ARTICLES));
        topology.addSource(TICKS, new StringDeserializer(), ticks.deserializer(), topics.of(Topics.DAY_TICKS));
        topology.addProcessor(
                CODING, () -> new ArticleCodingProcessor(coding, codedArticles, settings, counters), ARTICLES, TICKS);
        topology.addStateStore(stores.records(StateStores.CODED_ARTICLES), CODING);
        addSink(topology, MENTIONS_SINK, topics.of(Topics.EVENT_MENTIONS), mentions.serializer(), CODING);
        topology.addSink(
                MARKS_SINK,
                topics.of(Topics.DAY_MARKS),
                new StringSerializer(),
                ticks.serializer(),
                toEveryPartition(),
                CODING);

        topology.addSource(
                MENTIONS, new StringDeserializer(), mentions.deserializer(), topics.of(Topics.EVENT_MENTIONS));
        topology.addSource(MARKS, new StringDeserializer(), ticks.deserializer(), topics.of(Topics.DAY_MARKS));
        topology.addSource(
                VERDICTS, new StringDeserializer(), verdicts.deserializer(), topics.of(Topics.ANALYST_VERDICTS));
        topology.addProcessor(
                ASSESSING,
                () -> new DyadAssessingProcessor(assessor, kept, codecs, corrections, settings, counters, memory),
                MENTIONS,
                VERDICTS,
                MARKS);
        topology.addStateStore(stores.records(StateStores.DYAD_MENTIONS), ASSESSING);
        topology.addStateStore(stores.records(StateStores.DYAD_VERDICTS), ASSESSING);
        topology.addStateStore(stores.records(StateStores.DYAD_ANNOUNCED), ASSESSING);
        topology.addStateStore(stores.dayClock(), ASSESSING);
        addSink(topology, EVENTS_SINK, topics.of(Topics.DIPLOMATIC_EVENTS), announced(events, forms), ASSESSING);
        addSink(topology, TENSION_SINK, topics.of(Topics.BILATERAL_TENSION), announced(tension, forms), ASSESSING);
        addSink(topology, CORRECTIONS_SINK, topics.of(Topics.EVENT_MENTIONS), mentions.serializer(), ASSESSING);
        addSink(topology, ALERTS_SINK, topics.of(Topics.ESCALATION_ALERTS), announced(alerts, forms), ASSESSING);

        Serializer<PipelineHeartbeat> heartbeats =
                serde(settings, PipelineHeartbeat.class).serializer();
        addHeartbeat(topology, "code", settings, heartbeats, counters, ARTICLES, TICKS);
        addHeartbeat(topology, "assess", settings, heartbeats, counters, MENTIONS, MARKS);
        return topology;
    }

    /** The key of a mark: the partition of the coding stage that it comes from. */
    static String markKey(int partition) {
        return "code-" + partition;
    }

    private static StreamPartitioner<String, DayTick> toEveryPartition() {
        return (topic, key, value, partitions) ->
                Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet()));
    }

    /** Beside the work, not behind it: the tasks of these sources say that they run. */
    private static void addHeartbeat(
            Topology topology,
            String stage,
            StreamsSettings settings,
            Serializer<PipelineHeartbeat> heartbeats,
            PipelineCounters counters,
            String... sources) {
        String beat = "beat-" + stage;
        topology.addProcessor(beat, () -> new HeartbeatProcessor(stage, settings.heartbeat(), counters), sources);
        addSink(topology, "send-" + beat, settings.topics().of(Topics.PIPELINE_HEARTBEATS), heartbeats, beat);
    }

    /** Writes what was stored a moment ago. */
    private static <V extends SpecificRecord> Serializer<V> announced(Serde<V> serde, StoredForms forms) {
        return ValueSerdes.reusing(serde.serializer(), forms::encoded);
    }

    private static <V extends SpecificRecord> void addSink(
            Topology topology, String name, String topic, Serializer<V> values, String parent) {
        topology.addSink(name, topic, new StringSerializer(), values, parent);
    }

    private static <T extends SpecificRecord> Serde<T> serde(StreamsSettings settings, Class<T> type) {
        Map<String, String> config = new HashMap<>(settings.properties());
        // A stream thread that waits long for the registry can be neither closed nor seen to wait: it fails and is
        // replaced.
        config.putIfAbsent(RegistrySettings.RETRY_TOTAL_MS, REGISTRY_RETRY_MS);
        return ValueSerdes.of(type, config);
    }
}
