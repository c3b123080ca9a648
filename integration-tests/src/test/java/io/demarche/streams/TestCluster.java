package io.demarche.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.BilateralTension;
import io.demarche.avro.DayTick;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.RawArticle;
import io.demarche.embedded.EmbeddedBroker;
import io.demarche.embedded.EmbeddedRegistry;
import io.demarche.kafka.admin.TopicAdmin;
import io.demarche.kafka.registry.SchemaRegistryClient;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.TopicNames;
import io.demarche.schemas.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;

/** A real broker and a real registry, with the topics of the catalogue. */
final class TestCluster implements AutoCloseable {
    private final EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBroker.Settings.ephemeral());
    private final KafkaProducer<byte[], byte[]> producer;
    private final int registryPort = freePort();
    private final int partitions;
    private EmbeddedRegistry registry;

    TestCluster() {
        this(Topics.RAW_ARTICLES.partitions());
    }

    /** With topics of so many partitions. */
    TestCluster(int partitions) {
        this.partitions = partitions;
        registry = startRegistry();
        try (TopicAdmin topics = TopicAdmin.connect(Map.of("bootstrap.servers", bootstrapServers()))) {
            topics.createMissing(TopicNames.LIVE, TopicAdmin.BROKER_DEFAULT, OptionalInt.of(partitions));
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers(), "acks", "all", "max.request.size", 4_194_304),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    String registryUrl() {
        return "http://127.0.0.1:" + registryPort;
    }

    /** As a second instance with the same identity would: whoever has a transaction open can go on with it no more. */
    void fenceTransactions() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            for (TransactionListing transaction : admin.listTransactions().all().get()) {
                if (transaction.transactionalId().contains("registry")) {
                    continue;
                }
                Map<String, Object> same = Map.of(
                        "bootstrap.servers", bootstrapServers(), "transactional.id", transaction.transactionalId());
                try (KafkaProducer<byte[], byte[]> other =
                        new KafkaProducer<>(same, new ByteArraySerializer(), new ByteArraySerializer())) {
                    other.initTransactions();
                }
            }
        }
    }

    void stopRegistry() {
        registry.close();
    }

    void restartRegistry() {
        registry = startRegistry();
    }

    /** A registry that remembers nothing, in the place of the one before, and gives other ids. */
    void replaceRegistry() {
        registry.close();
        registry = EmbeddedRegistry.start(EmbeddedRegistry.Settings.ephemeral().withPort(registryPort));
        SchemaRegistryClient others = SchemaRegistryClient.from(serdeSettings());
        for (int i = 0; i < 50; i++) {
            others.register(
                    "other-" + i,
                    SchemaBuilder.record("Other" + i).fields().requiredInt("i").endRecord());
        }
    }

    /** How many source records the streams application has still to do. */
    long left() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets("demarche")
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetSpec> asked =
                    done.keySet().stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
            return admin
                    .listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .mapToLong(end ->
                            end.getValue().offset() - done.get(end.getKey()).offset())
                    .sum();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    StreamsSettings settings(Path stateDir, Map<String, String> more) {
        return StreamsSettings.from(settingsMap(stateDir, more));
    }

    Map<String, String> settingsMap(Path stateDir, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(serdeSettings());
        settings.put("bootstrap.servers", bootstrapServers());
        settings.put("state.dir", stateDir.toString());
        settings.put("demarche.outage.backoff.max.ms", "500");
        settings.putAll(more);
        return settings;
    }

    /** Sends articles in this order. */
    void produce(Collection<RawArticle> articles) {
        articles.forEach(article -> send(new ProducerRecord<>(
                Topics.RAW_ARTICLES.name(),
                article.getArticleId().getBytes(UTF_8),
                bytes(Topics.RAW_ARTICLES, RawArticle.class, article))));
        producer.flush();
    }

    /** Sends a verdict. */
    void judge(AnalystVerdict verdict) {
        produceBytes(
                Topics.ANALYST_VERDICTS,
                verdict.getDyad(),
                bytes(Topics.ANALYST_VERDICTS, AnalystVerdict.class, verdict));
    }

    /** Sends a tick to every partition. */
    void tick(String day) {
        for (int partition = 0; partition < partitions; partition++) {
            send(new ProducerRecord<>(
                    Topics.DAY_TICKS.name(),
                    partition,
                    Topics.DAY_TICK_KEY.getBytes(UTF_8),
                    bytes(Topics.DAY_TICKS, DayTick.class, new DayTick(LocalDate.parse(day)))));
        }
        producer.flush();
    }

    void produceBytes(Topics.Topic topic, String key, byte[] value) {
        send(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value));
        producer.flush();
    }

    /** Every alert that was committed, in the order of its partition. */
    List<EscalationAlert> alerts() {
        return values(Topics.ESCALATION_ALERTS, EscalationAlert.class);
    }

    /** What stands of all that was committed. */
    Outcome outcome() {
        return Outcome.of(
                alerts(),
                values(Topics.DIPLOMATIC_EVENTS, DiplomaticEvent.class),
                values(Topics.BILATERAL_TENSION, BilateralTension.class));
    }

    private <T extends SpecificRecord> List<T> values(Topics.Topic topic, Class<T> type) {
        Deserializer<T> values = ValueSerdes.of(type, serdeSettings()).deserializer();
        return committed(topic).stream()
                .map(record -> values.deserialize(record.topic(), record.value()))
                .toList();
    }

    /** Every committed record of a topic. */
    List<ConsumerRecord<byte[], byte[]>> committed(Topics.Topic topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (all.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        registry.close();
        broker.close();
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record, (metadata, exception) -> {
            if (exception != null) {
                throw new IllegalStateException(exception);
            }
        });
    }

    private <T extends SpecificRecord> byte[] bytes(Topics.Topic topic, Class<T> type, T value) {
        return ValueSerdes.of(type, serdeSettings()).serializer().serialize(topic.name(), value);
    }

    private Map<String, String> serdeSettings() {
        return Map.of("schema.registry.url", registryUrl());
    }

    private EmbeddedRegistry startRegistry() {
        return EmbeddedRegistry.start(
                EmbeddedRegistry.Settings.on(bootstrapServers()).withPort(registryPort));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
