package io.demarche.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.demarche.avro.DayTick;
import io.demarche.avro.PublishedAtBasis;
import io.demarche.avro.RawArticle;
import io.demarche.avro.SourceState;
import io.demarche.avro.SourceStatus;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.producer.source.ArticleDraft;
import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.FollowedDirectory;
import io.demarche.producer.source.NamedSource;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Rejection.Reason;
import io.demarche.producer.source.Remark;
import io.demarche.producer.source.SourceDefaults;
import io.demarche.producer.source.SourceItem;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ArticleProducerTest {
    private static final Instant NOW = Instant.parse("2024-01-31T12:00:00Z");
    private static final int TICK_PARTITIONS = 3;
    private static final ProducerSettings SETTINGS =
            ProducerSettings.of("localhost:9092", "mock://article-producer", Map.of("max.request.size", "20000"));

    private static final SourceState READ_BEFORE = SourceState.newBuilder()
            .setSource("b")
            .setAddress("b@7")
            .setStatus(SourceStatus.READ)
            .setSince(NOW.minus(Duration.ofDays(3)))
            .setLastCheck(NOW.minus(Duration.ofDays(2)))
            .setNextCheck(NOW.minus(Duration.ofDays(2)))
            .setItems(5)
            .build();

    private final MockProducer<String, byte[]> kafka = mock(true);

    @Test
    void shouldSendArticlesUnderTheirIdentity() {
        RunSummary summary = run(draft("Oslo protested.", "2023-12-28"));

        RawArticle article = articles().get(0);
        assertThat(article.getBody()).isEqualTo("Oslo protested.");
        assertThat(article.getFetchedAt()).isEqualTo(NOW);
        assertThat(sent(Topics.RAW_ARTICLES.name()).get(0).key()).isEqualTo(article.getArticleId());
        assertThat(summary.line()).isEqualTo("read 1, sent 1, duplicate 0, rejected 0, up to 2023-12-28");
    }

    @Test
    void shouldSendAnArticleOnceAndCountTheOthers() {
        RunSummary summary = run(
                draft("Oslo protested.", "2023-12-28"),
                draft("Oslo  protested.\nShare this article", "2023-12-28"),
                draft("Oslo protested again.", "2023-12-28"));

        assertThat(articles()).hasSize(2);
        assertThat(summary.duplicate()).isEqualTo(1);
    }

    @Test
    void shouldCountTheCorrectionsAmongThoseSent() {
        RunSummary summary =
                run(named("a", "Oslo protested."), named("a", "Oslo did not protest."), named("a", "Oslo protested."));

        assertThat(summary.line()).isEqualTo("read 3, sent 2 (corrected 1), duplicate 1, rejected 0, up to 2023-12-28");
    }

    @Test
    void shouldCountRejectionsByReasonAndTellThem() {
        List<String> heard = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void rejected(Rejection rejection) {
                heard.add(rejection.line());
            }
        };

        RunSummary summary = producer(kafka, () -> NOW)
                .run(
                        source(
                                new Rejection("in:1", Reason.BAD_DATE, "not a date"),
                                draft("Share this article", "2023-12-28"),
                                new Rejection("in:3", Reason.BAD_DATE, "not a date")),
                        RunOptions.lenient(),
                        listener);

        assertThat(summary.line()).isEqualTo("read 3, sent 0, duplicate 0, rejected 3 (bad date 2, no text 1)");
        assertThat(heard)
                .containsExactly(
                        "in:1: not a date",
                        "in: no text is left once what is not the article is gone",
                        "in:3: not a date");
    }

    @Test
    void shouldTellAndCountWhatHadToBeAssumedOfArticles() {
        ArticleDraft given = draft("Oslo protested.", "2023-12-28");
        Instant yetToCome = NOW.plus(Duration.ofDays(30_000));
        ArticleDraft undated = new ArticleDraft(
                "in:7",
                "g",
                null,
                "",
                "",
                given.body(),
                "en",
                given.publishedAt(),
                PublishedAtBasis.FILE_TIME,
                yetToCome,
                Set.of(Remark.FILE_TIME));
        List<String> heard = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void remarked(String where, Remark remark) {
                heard.add(where + " " + remark);
            }
        };

        RunSummary summary = producer(kafka, () -> NOW).run(source(undated), RunOptions.lenient(), listener);

        assertThat(summary.line())
                .isEqualTo(
                        "read 1, sent 1, duplicate 0, rejected 0, publishedAtBasis=FILE_TIME 1, fetch time ignored 1");
        assertThat(heard).containsExactlyInAnyOrder("in:7 FILE_TIME", "in:7 NO_FETCH_TIME");
    }

    @Test
    void shouldEndAStrictRunAtTheFirstRejectionWithWhatWasReadBeforeItSent() {
        ArticleProducer producer = producer(kafka, () -> NOW);
        ArticleSource source = source(
                draft("Oslo protested.", "2023-12-28"),
                new Rejection("in:2", Reason.BAD_JSON, "bad JSON"),
                draft("Oslo protested again.", "2023-12-28"));

        assertThatThrownBy(() -> producer.run(source, RunOptions.lenient().asStrict(), RunListener.SILENT))
                .isInstanceOf(DemarcheException.class)
                .hasMessage("in:2: bad JSON");
        assertThat(articles()).hasSize(1);
    }

    @Test
    void shouldFollowADirectoryAndAnnounceTheNewDayAtMidnight(@TempDir Path dir) throws Exception {
        Files.writeString(
                dir.resolve("a.jsonl"),
                "{\"id\": \"1\", \"published\": \"2023-12-28\", \"text\": \"Oslo protested.\"}");
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        ArticleProducer producer = producer(kafka, now::get);
        FollowedDirectory followed = new FollowedDirectory(dir, SourceDefaults.none());
        Thread following = new Thread(
                () -> producer.follow(followed, Duration.ofMillis(5), RunOptions.lenient(), RunListener.SILENT));
        following.start();

        await().until(() -> flow().size() == 3);
        now.set(NOW.plus(Duration.ofDays(1)));
        await().until(() -> flow().size() == 4);
        producer.close();
        following.join();

        assertThat(flow()).containsExactly("2023-12-28", "Oslo protested.", "2023-12-28", "2024-02-01");
        assertThat(producer.health().alive()).isFalse();
    }

    @Test
    void shouldShowWhatItsRunsDid() {
        ArticleProducer producer = producer(kafka, () -> NOW);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        producer.figures().bindTo(registry);

        producer.run(
                source(draft("Oslo protested.", "2023-12-28"), new Rejection("in:2", Reason.BAD_JSON, "bad JSON")),
                RunOptions.lenient(),
                RunListener.SILENT);

        assertThat(registry.get("demarche.articles.sent").functionCounter().count())
                .isEqualTo(1);
        assertThat(registry.get("demarche.articles.rejected").functionCounter().count())
                .isEqualTo(1);
    }

    @Test
    void shouldAnnounceADayToEveryPartitionWhenItIsReachedAndAtTheEnd() {
        run(
                draft("One.", "2023-12-27T23:00:00Z"),
                draft("Two.", "2023-12-26"),
                draft("Three.", "2023-12-28T01:00:00Z"),
                draft("Four.", "2023-12-28"));

        assertThat(flow()).containsExactly("2023-12-27", "One.", "Two.", "2023-12-28", "Three.", "Four.", "2023-12-28");
        assertThat(sent(Topics.DAY_TICKS.name()))
                .extracting(ProducerRecord::partition)
                .containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2);
        assertThat(sent(Topics.DAY_TICKS.name())).allMatch(tick -> tick.key().equals(Topics.DAY_TICK_KEY));
    }

    @Test
    void shouldAnnounceNoDayThatHasNotCome() {
        ArticleDraft future = draft("From the future.", "9999-12-31", "9999-12-31T00:00:00Z");
        ArticleDraft fetchedEarlier = draft("Fetched earlier.", "2024-01-30", "2024-01-29T00:00:00Z");

        run(fetchedEarlier, future);

        assertThat(ticks()).containsExactly("2024-01-29", "2024-01-29");
    }

    @Test
    void shouldAnnounceNothingWhereNothingWasSent() {
        run(new Rejection("in", Reason.EMPTY, "is empty"));

        assertThat(kafka.history()).isEmpty();
    }

    @Test
    void shouldRejectAnArticleThatIsTooLargeAndSendTheOthers() {
        RunSummary summary =
                run(draft("Oslo protested. ".repeat(2000), "2023-12-28"), draft("Oslo protested.", "2023-12-28"));

        assertThat(summary.rejectedFor()).containsExactly(Map.entry(Reason.TOO_LARGE, 1L));
        assertThat(summary.sent()).isEqualTo(1);
    }

    @Test
    void shouldCountAsRejectedWhatTheBrokerRefusesForItsSize() {
        MockProducer<String, byte[]> refusing = failing("raw-articles", new RecordTooLargeException("too large"));

        RunSummary summary = producer(refusing, () -> NOW)
                .run(source(draft("Oslo protested.", "2023-12-28")), RunOptions.lenient(), RunListener.SILENT);

        assertThat(summary.line()).isEqualTo("read 1, sent 0, duplicate 0, rejected 1 (too large 1), up to 2023-12-28");
    }

    @Test
    void shouldCountNoCorrectionThatWasNotSent() {
        RunSummary summary = run(named("a", "Oslo protested."), named("a", "Oslo protested. ".repeat(2000)));

        assertThat(summary.line()).isEqualTo("read 2, sent 1, duplicate 0, rejected 1 (too large 1), up to 2023-12-28");
    }

    @Test
    void shouldEndInOneLineWhereTheBrokerStaysAway() {
        ArticleProducer producer =
                producer(failing("raw-articles", new TimeoutException("Expiring 1 record(s):\n120000 ms")), () -> NOW);

        assertThatThrownBy(() -> producer.run(
                        source(draft("Oslo protested.", "2023-12-28")), RunOptions.lenient(), RunListener.SILENT))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("localhost:9092")
                .hasMessageContaining("delivery.timeout.ms")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void shouldTellHowFarItIsEveryNowAndThen() {
        List<RunProgress> heard = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void progressed(RunProgress progress) {
                heard.add(progress);
            }
        };
        Instant[] now = {NOW};
        ArticleSource slow = new ArticleSource() {
            private int given;

            @Override
            public Optional<SourceItem> next() {
                now[0] = now[0].plusSeconds(4);
                return given++ < 7 ? Optional.of(draft("Number " + given, "2023-12-28")) : Optional.empty();
            }

            @Override
            public OptionalDouble share() {
                return OptionalDouble.of(given / 10.0);
            }

            @Override
            public void close() {}
        };

        producer(kafka, () -> now[0]).run(slow, new RunOptions(false, Duration.ofSeconds(10), 100), listener);

        assertThat(heard).extracting(progress -> progress.soFar().read()).containsExactly(3L, 6L);
        assertThat(heard)
                .extracting(RunProgress::share)
                .containsExactly(OptionalDouble.of(0.3), OptionalDouble.of(0.6));
        assertThat(heard).extracting(RunProgress::where).containsOnly("in");
    }

    @Test
    void shouldTellWhatCameOfEachSource() {
        List<String> heard = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void ended(List<SourceSummary> sources) {
                sources.forEach(one -> heard.add(one.line()));
            }
        };

        RunSummary summary = producer(kafka, () -> NOW)
                .run(
                        List.of(
                                NamedSource.kept(
                                        "a",
                                        source(
                                                draft("Oslo protested.", "2023-12-28"),
                                                draft("Lima protested.", "2024-01-03"))),
                                NamedSource.kept("b", source(new Rejection("b", Reason.UNREADABLE, "no such file"))),
                                NamedSource.kept(
                                        "c",
                                        source(
                                                draft("Oslo protested.", "2023-12-28"),
                                                draft("Rome protested.", "2023-12-30"))),
                                NamedSource.kept("d", source())),
                        RunOptions.lenient(),
                        listener);

        assertThat(heard)
                .containsExactly(
                        "a: read 2, sent 2, duplicate 0, rejected 0, published from 2023-12-28 to 2024-01-03",
                        "b: failed: no such file",
                        "c: read 2, sent 1, duplicate 1, rejected 0, published on 2023-12-30",
                        "d: read 0, sent 0, duplicate 0, rejected 0");
        assertThat(summary.line())
                .isEqualTo("read 5, sent 3, duplicate 1, rejected 1 (unreadable 1), up to 2024-01-03");
    }

    @Test
    void shouldRememberSinceWhenItReadsASourceAndUpToWhere() {
        producer(kafka, () -> NOW)
                .run(
                        List.of(
                                NamedSource.kept("a", source(draft("Oslo protested.", "2023-12-28"))),
                                NamedSource.kept("b", source(draft("Lima protested.", "2023-12-28"))),
                                NamedSource.kept("c", source(new Rejection("c", Reason.UNREADABLE, "no such file"))),
                                NamedSource.passing("d", source(draft("Rome protested.", "2023-12-28")))),
                        RunOptions.lenient(),
                        RunListener.SILENT);

        List<SourceState> states = sent(Topics.SOURCE_STATE.name()).stream()
                .map(ArticleProducerTest::state)
                .toList();
        assertThat(states).extracting(SourceState::getSource).containsExactly("a", "b", "c");
        assertThat(states).extracting(SourceState::getItems).containsExactly(1L, 6L, 0L);
        assertThat(states).extracting(SourceState::getAddress).containsExactly("in", "in", "c");
        assertThat(states).extracting(SourceState::getSince).containsExactly(NOW, NOW.minus(Duration.ofDays(3)), NOW);
        assertThat(states).extracting(SourceState::getLastFailure).containsExactly("", "", "no such file");
    }

    private static SourceState state(ProducerRecord<String, byte[]> record) {
        return ValueSerdes.of(SourceState.class, SETTINGS.serde())
                .deserializer()
                .deserialize(record.topic(), record.value());
    }

    @Test
    void shouldEndAfterTheArticleAtHandWhenItIsClosed() {
        ArticleProducer producer = producer(kafka, () -> NOW);
        ArticleSource endless = new ArticleSource() {
            private int given;

            @Override
            public Optional<SourceItem> next() {
                if (++given == 3) {
                    producer.close();
                }
                return Optional.of(draft("Number " + given, "2023-12-28"));
            }

            @Override
            public void close() {}
        };

        RunSummary summary = producer.run(endless, RunOptions.lenient(), RunListener.SILENT);

        assertThat(summary.stopped()).isTrue();
        assertThat(articles()).hasSize(2);
    }

    private RunSummary run(SourceItem... items) {
        return producer(kafka, () -> NOW).run(source(items), RunOptions.lenient(), RunListener.SILENT);
    }

    /** A producer whose broker takes everything. */
    static ArticleProducer producer() {
        return producer(mock(true), () -> Instant.parse("2024-04-01T00:00:00Z"));
    }

    private static ArticleProducer producer(MockProducer<String, byte[]> kafka, InstantSource clock) {
        return ArticleProducer.over(kafka, SETTINGS, () -> Map.of("b", READ_BEFORE), clock, new ArticleFigures());
    }

    private static ArticleSource source(SourceItem... items) {
        return ArticleSource.of(Arrays.asList(items));
    }

    private static ArticleDraft named(String id, String body) {
        return new ArticleDraft(
                "in",
                id,
                null,
                "",
                "",
                body,
                "en",
                Instant.parse("2023-12-28T00:00:00Z"),
                PublishedAtBasis.STATED,
                null);
    }

    private static ArticleDraft draft(String body, String published) {
        return draft(body, published, null);
    }

    private static ArticleDraft draft(
            String body, String published, @org.jspecify.annotations.Nullable String fetched) {
        return new ArticleDraft(
                "in",
                null,
                null,
                "",
                "",
                body,
                "en",
                published.length() == 10 ? Instant.parse(published + "T00:00:00Z") : Instant.parse(published),
                PublishedAtBasis.STATED,
                fetched == null ? null : Instant.parse(fetched));
    }

    private List<ProducerRecord<String, byte[]>> sent(String topic) {
        return kafka.history().stream()
                .filter(record -> record.topic().equals(topic))
                .toList();
    }

    private List<RawArticle> articles() {
        return sent(Topics.RAW_ARTICLES.name()).stream()
                .map(ArticleProducerTest::article)
                .toList();
    }

    private List<String> ticks() {
        return flow().stream()
                .filter(step -> step.matches("\\d{4}-\\d{2}-\\d{2}"))
                .toList();
    }

    /** Bodies of articles and days announced, in the order in which they were sent; a day once for all partitions. */
    private List<String> flow() {
        return kafka.history().stream()
                .filter(record -> !record.topic().equals(Topics.DAY_TICKS.name()) || record.partition() == 0)
                .map(record -> record.topic().equals(Topics.DAY_TICKS.name())
                        ? day(record).toString()
                        : article(record).getBody())
                .toList();
    }

    private static RawArticle article(ProducerRecord<String, byte[]> record) {
        return ValueSerdes.of(RawArticle.class, SETTINGS.serde())
                .deserializer()
                .deserialize(record.topic(), record.value());
    }

    private static LocalDate day(ProducerRecord<String, byte[]> record) {
        return ValueSerdes.of(DayTick.class, SETTINGS.serde())
                .deserializer()
                .deserialize(record.topic(), record.value())
                .getDay();
    }

    private static MockProducer<String, byte[]> failing(String topic, RuntimeException failure) {
        return new MockProducer<>(
                cluster(), true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer()) {
            @Override
            public synchronized java.util.concurrent.Future<org.apache.kafka.clients.producer.RecordMetadata> send(
                    ProducerRecord<String, byte[]> record, org.apache.kafka.clients.producer.Callback callback) {
                if (record.topic().equals(topic)) {
                    callback.onCompletion(null, failure);
                    return java.util.concurrent.CompletableFuture.failedFuture(failure);
                }
                return super.send(record, callback);
            }
        };
    }

    private static MockProducer<String, byte[]> mock(boolean autoComplete) {
        return new MockProducer<>(
                cluster(),
                autoComplete,
                new RoundRobinPartitioner(),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static Cluster cluster() {
        Node node = new Node(1, "localhost", 9092);
        List<PartitionInfo> partitions = new ArrayList<>();
        partitions.add(partition(Topics.RAW_ARTICLES.name(), 0, node));
        IntStream.range(0, TICK_PARTITIONS)
                .mapToObj(number -> partition(Topics.DAY_TICKS.name(), number, node))
                .forEach(partitions::add);
        return new Cluster("test", List.of(node), partitions, java.util.Set.of(), java.util.Set.of());
    }

    private static PartitionInfo partition(String topic, int number, Node node) {
        return new PartitionInfo(topic, number, node, new Node[] {node}, new Node[] {node});
    }
}
