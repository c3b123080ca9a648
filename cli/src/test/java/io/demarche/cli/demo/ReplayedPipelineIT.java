package io.demarche.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.EscalationAlert;
import io.demarche.cli.Main;
import io.demarche.kafka.TestMark;
import io.demarche.kafka.admin.NewTopics;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.Topics;
import io.demarche.schemas.Topics.Topic;
import io.demarche.schemas.json.RecordJson;
import io.demarche.streams.DemarcheStreams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What replays, exports and redrives do with real articles, alerts and dead letters. */
@Timeout(180)
class ReplayedPipelineIT {
    @TempDir
    private Path state;

    private LivePipeline live;
    private Admin admin;

    @BeforeEach
    void fillTheLiveTopics() {
        live = LivePipeline.filled(state);
        admin = Admin.create(Map.of("bootstrap.servers", live.servers()));
    }

    @AfterEach
    void stop() {
        admin.close();
        live.close();
    }

    @Test
    void shouldEndInTheLiveAlertsThoughReplayedTwice() throws Exception {
        Map<String, String> alerts = standing("");
        assertThat(alerts).hasSizeGreaterThan(20);

        for (String prefix : List.of("once-", "twice-")) {
            replayInto(prefix);
            try (DemarcheStreams streams = live.start("app-" + prefix, prefix)) {
                awaitCaughtUp("app-" + prefix, prefix, streams);
                awaitStanding(prefix, alerts);
            }
        }
    }

    @Test
    void shouldLeaveLiveOffsetsAndLiveAlertsAsTheyWouldBeWithoutReplaysBesideThem() throws Exception {
        Map<String, String> without = standing("");
        replayInto("busy-");

        Map<TopicPartition, Long> ends;
        try (DemarcheStreams streams = live.start("busy", "busy-")) {
            CompletableFuture<Integer> beside = CompletableFuture.supplyAsync(
                    () -> live.run("replay", "--topic", "busy-raw-articles", "--prefix", "copy-"));
            awaitCaughtUp("busy", "busy-", streams);
            assertThat(beside.join()).isZero();
            assertThat(live.run("replay", "--topic", "busy-escalation-alerts", "--prefix", "copy-"))
                    .isZero();
            ends = ends("busy-raw-articles");
            awaitCaughtUp("busy", "busy-", streams);
            awaitStanding("busy-", without);
        }

        assertThat(committed("busy")).containsAllEntriesOf(ends);
        assertThat(records("busy-raw-articles")).hasSameSizeAs(records("raw-articles"));
        assertThat(committed(LivePipeline.APPLICATION)).containsAllEntriesOf(ends("raw-articles"));
    }

    @Test
    void shouldMarkCopiesOfAlertsAndChangeNothingElse() {
        assertThat(live.run("replay", "--topic", "escalation-alerts", "--into", "check"))
                .isZero();

        Deserializer<EscalationAlert> alerts =
                ValueSerdes.of(EscalationAlert.class, live.settings()).deserializer();
        List<EscalationAlert> originals = records("escalation-alerts").stream()
                .map(record -> alerts.deserialize(record.topic(), record.value()))
                .toList();
        List<ConsumerRecord<byte[], byte[]>> copies = records("check");
        assertThat(copies).hasSameSizeAs(originals).allSatisfy(copy -> {
            assertThat(TestMark.isOn(copy.headers())).isTrue();
            EscalationAlert alert = alerts.deserialize(copy.topic(), copy.value());
            assertThat(alert.getTest()).isTrue();
            alert.setTest(false);
            assertThat(originals).contains(alert);
        });
    }

    @Test
    void shouldQuarantineAnArticleThatFailsEveryTime() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", live.servers()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("raw-articles", bytes("poison"), bytes("no record")));
        }
        try (DemarcheStreams streams = live.start(LivePipeline.APPLICATION, "")) {
            awaitCaughtUp(LivePipeline.APPLICATION, "", streams);
            assertThat(redrive("--dry-run")).isEqualTo(shown(0, 0));
            for (int run = 0; run < 4; run++) {
                awaitCaughtUp(LivePipeline.APPLICATION, "", streams);
                assertThat(records("dead-letters")).hasSize(run + 1);
                assertThat(redrive()).isEqualTo(run < 3 ? shown(0, 1) : shown(1, 0));
            }
            assertThat(redrive()).isEqualTo(shown(1, 1));
        }

        assertThat(records("dead-letters-quarantine")).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(bytes("poison"));
            assertThat(letter.value()).isEqualTo(bytes("no record"));
        });
    }

    private List<String> redrive(String... more) {
        PrintedText printed = PrintedText.of(() ->
                Main.run(Stream.concat(Stream.of("redrive", "--bootstrap-servers", live.servers()), Stream.of(more))
                        .toArray(String[]::new)));
        assertThat(printed.exitCode()).isZero();
        return printed.lines();
    }

    /** What the page says that a command prints, by its block among those on redriving and its place in it. */
    private static List<String> shown(int block, int command) throws IOException {
        return ShownBlock.of(Path.of("").toAbsolutePath().getParent(), "docs/replay.md").stream()
                .filter(one -> one.lines().stream().anyMatch(line -> line.startsWith("$ ./demarche redrive")))
                .toList()
                .get(block)
                .steps()
                .get(command)
                .output();
    }

    private void replayInto(String prefix) throws Exception {
        NewTopics.create(
                admin,
                Topics.all().stream()
                        .map(topic -> new NewTopic(prefix + topic.name(), topic.partitions(), (short) 1)
                                .configs(topic.config()))
                        .toList());
        for (Topic topic : List.of(Topics.DAY_TICKS, Topics.RAW_ARTICLES)) {
            assertThat(live.run("replay", "--topic", topic.name(), "--prefix", prefix))
                    .isZero();
        }
    }

    /** Returns when articles, then mentions, then ticks are read to their ends. */
    private void awaitCaughtUp(String application, String prefix, DemarcheStreams streams) throws Exception {
        boolean caughtUp = false;
        while (!caughtUp) {
            assertThat(streams.health().alive()).isTrue();
            caughtUp = true;
            for (Topic topic : List.of(Topics.RAW_ARTICLES, Topics.EVENT_MENTIONS, Topics.DAY_TICKS)) {
                Map<TopicPartition, Long> ends = ends(prefix + topic.name());
                Map<TopicPartition, Long> places = committed(application);
                caughtUp &= ends.entrySet().stream()
                        .allMatch(end -> places.getOrDefault(end.getKey(), 0L) >= end.getValue());
            }
        }
    }

    private Map<TopicPartition, Long> committed(String group) throws Exception {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Map.Entry<TopicPartition, OffsetAndMetadata> place : admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()) {
            offsets.put(place.getKey(), place.getValue().offset());
        }
        return offsets;
    }

    /** The ends of the partitions that hold anything. */
    private Map<TopicPartition, Long> ends(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer, topic)).entrySet().stream()
                    .filter(end -> end.getValue() > 0)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    /** What was read last is announced once it has settled, a moment after its offsets are committed. */
    private void awaitStanding(String prefix, Map<String, String> alerts) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(standing(prefix)).isEqualTo(alerts));
    }

    /**
     * The last revision of each alert that stands, by alertId: its fields but the number of the revision. What was
     * retracted tells of the order in which articles came.
     */
    private Map<String, String> standing(String prefix) {
        Deserializer<EscalationAlert> alerts =
                ValueSerdes.of(EscalationAlert.class, live.settings()).deserializer();
        Map<String, String> last = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records(prefix + Topics.ESCALATION_ALERTS.name())) {
            EscalationAlert alert = alerts.deserialize(record.topic(), record.value());
            if (alert.getStatus() == AlertStatus.RETRACTED) {
                last.remove(alert.getAlertId());
            } else {
                // What settles together is announced once, and that is a matter of time.
                alert.setRevision(0);
                last.put(alert.getAlertId(), RecordJson.write(alert));
            }
        }
        return last;
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end.get(partition))) {
                consumer.poll(Duration.ofMillis(50)).forEach(records::add);
            }
        }
        return records;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", live.servers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
