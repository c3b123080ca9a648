package io.demarche.bench;

import io.demarche.avro.EventMention;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.MentionKey;
import io.demarche.schemas.Topics;
import io.demarche.schemas.TrustedRecords;
import io.demarche.streams.DiplomaticTopology;
import io.demarche.streams.StreamsSettings;
import io.demarche.streams.counters.PipelineCounters;
import io.demarche.streams.errors.SharedCounters;
import io.demarche.streams.state.StateStores;
import io.demarche.tension.LadderAssessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The real topology with its stores on disk, and pairs of states that are in the news, one as much as the other. */
final class PairsInTheNews implements AutoCloseable {
    private static final LocalDate TODAY = LocalDate.parse("2024-06-01");
    private static final int PER_READING = 500;

    /** On which days of the past things happened. */
    enum News {
        OVER_400_DAYS(399),
        OVER_30_DAYS(29);

        private final int days;

        News(int days) {
            this.days = days;
        }

        @Override
        public String toString() {
            return "over " + (days + 1) + " days";
        }
    }

    private final News news;
    private final List<String> states;
    private final Random random = new Random(7);
    private final Path directory;
    private final PipelineCounters counters = new PipelineCounters();
    private final Duration settle;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, EventMention> mentions;
    private final List<TestOutputTopic<byte[], byte[]>> outputs;
    private int told;

    PairsInTheNews(News news, int pairs) {
        this.news = news;
        this.states = SampleMentions.states(pairs);
        TrustedRecords.declare();
        try {
            directory = Files.createTempDirectory("dyad-cost");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> registry = Map.of("schema.registry.url", "mock://" + UUID.randomUUID());
        StreamsSettings settings = StreamsSettings.from(Map.of(
                "bootstrap.servers",
                "nowhere:1",
                "schema.registry.url",
                registry.get("schema.registry.url"),
                "state.dir",
                directory.toString(),
                "processing.guarantee",
                "at_least_once"));
        LadderAssessor assessor = LadderAssessor.withBundledRules();
        settle = settings.settle();
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        properties.put(SharedCounters.SETTING, counters);
        driver = new TopologyTestDriver(
                DiplomaticTopology.build(settings, article -> List.of(), assessor, assessor.rules(), counters),
                properties,
                TODAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        mentions = driver.createInputTopic(
                Topics.EVENT_MENTIONS.name(),
                new StringSerializer(),
                ValueSerdes.<EventMention>of(EventMention.class, registry).serializer(),
                TODAY.atStartOfDay().toInstant(ZoneOffset.UTC),
                Duration.ZERO);
        outputs = Stream.of(Topics.DIPLOMATIC_EVENTS, Topics.BILATERAL_TENSION, Topics.ESCALATION_ALERTS)
                .map(topic -> driver.createOutputTopic(
                        topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer()))
                .toList();
    }

    /** So many mentions of each pair's past, oldest first. */
    List<EventMention> history(int number) {
        List<EventMention> history = new ArrayList<>(number * states.size());
        for (int i = 0; i < number; i++) {
            LocalDate day = TODAY.minusDays(news.days - (long) i * news.days / number);
            states.forEach(state -> history.add(mention(state, day)));
        }
        return history;
    }

    /** So many mentions of the last week, the pairs in turn. */
    List<EventMention> more(int number) {
        List<EventMention> more = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            more.add(mention(states.get(i % states.size()), TODAY.minusDays(random.nextInt(7))));
        }
        return more;
    }

    /** Takes mentions in, each after the one before has been assessed. */
    void read(List<EventMention> some) {
        for (EventMention mention : some) {
            mentions.pipeInput(MentionKey.of(mention), mention);
            settle();
            if (++told % PER_READING == 0) {
                outputs.forEach(TestOutputTopic::readKeyValuesToList);
            }
        }
    }

    private void settle() {
        do {
            driver.advanceWallClockTime(settle);
        } while (counters.unsettled() > 0);
    }

    private EventMention mention(String state, LocalDate day) {
        return SampleMentions.mention("article-" + told + "-" + random.nextLong(), state, day, random);
    }

    /** What the stores of pairs hold of one pair on average. */
    State state() {
        long bytes = 0;
        long number = 0;
        for (String store : List.of(StateStores.DYAD_MENTIONS, StateStores.DYAD_ANNOUNCED)) {
            try (KeyValueIterator<String, byte[]> entries =
                    driver.<String, byte[]>getKeyValueStore(store).all()) {
                while (entries.hasNext()) {
                    KeyValue<String, byte[]> entry = entries.next();
                    bytes += entry.key.length() + entry.value.length;
                    number++;
                }
            }
        }
        return new State(number / states.size(), bytes / states.size());
    }

    /**
     * What is stored.
     *
     * @param entries number of keys
     * @param bytes of keys and values
     */
    record State(long entries, long bytes) {}

    @Override
    public void close() {
        driver.close();
        try (Stream<Path> left = Files.walk(directory)) {
            left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
