package io.demarche.kafka.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.kafka.admin.TopicAdmin.TopicState;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.TopicNames;
import io.demarche.schemas.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What needs no broker; the rest is tested where a broker is, in the module {@code embedded}. */
class TopicAdminTest {
    @Test
    @Timeout(20)
    void shouldNameTheServersWhereNoBrokerListens() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        try (TopicAdmin admin = connect("127.0.0.1:" + closed)) {
            assertThatThrownBy(() -> admin.requireAll(Topics.RAW_ARTICLES))
                    .isInstanceOf(DemarcheException.class)
                    .hasMessage("no Kafka broker answered at bootstrap.servers=127.0.0.1:" + closed
                            + ": start one, or correct the setting");
        }
    }

    @Test
    @Timeout(20)
    void shouldNameTheServersWhereWhatListensIsMute() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                TopicAdmin admin = connect("127.0.0.1:" + mute.getLocalPort())) {
            assertThatThrownBy(admin::createMissing)
                    .isInstanceOf(DemarcheException.class)
                    .hasMessageContaining("what listens at bootstrap.servers=127.0.0.1:" + mute.getLocalPort()
                            + " answers no client with security.protocol=PLAINTEXT");
        }
    }

    @Test
    void shouldNameTheSettingWhereItIsMissing() {
        assertThatThrownBy(() -> TopicAdmin.connect(Map.of()))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("bootstrap.servers is missing");
    }

    @Test
    void shouldNameTheServersThatAreNoAddress() {
        assertThatThrownBy(() -> TopicAdmin.connect(Map.of("bootstrap.servers", "nonsense")))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("bootstrap.servers=nonsense");
    }

    @Test
    void shouldPassOverSettingsOfOtherClients() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", List.of("127.0.0.1:1", "127.0.0.1:2"));
        settings.put("schema.registry.url", "mock://x");
        settings.put("request.timeout.ms", 60_000);
        settings.put("client.id", null);

        TopicAdmin.connect(settings).close();
    }

    @Test
    void shouldRefuseAReplicationFactorThatIsNone() {
        try (TopicAdmin admin = connect("127.0.0.1:1")) {
            assertThatThrownBy(() -> admin.createMissing(TopicNames.LIVE, (short) 0))
                    .isInstanceOf(DemarcheException.class)
                    .hasMessageContaining("replication factor must be at least 1");
        }
    }

    @Test
    void shouldSeeNoDeviationInATopicThatIsAsTheCatalogueSays() {
        Map<String, String> config = Topics.DAY_TICKS.config();

        assertThat(state(Topics.DAY_TICKS.partitions(), config).deviations()).isEmpty();
    }

    @Test
    void shouldSeeWhereATopicDiffersFromTheCatalogue() {
        Map<String, String> config = new HashMap<>(Topics.DAY_TICKS.config());
        config.put("message.timestamp.type", "CreateTime");

        assertThat(state(1, config).deviations())
                .containsExactly(
                        "1 partitions instead of " + Topics.DAY_TICKS.partitions(),
                        "message.timestamp.type=CreateTime instead of LogAppendTime");
    }

    @Test
    void shouldSeeThatATopicIsMissing() {
        TopicState state = TopicState.of(Topics.DAY_TICKS, Optional.empty(), Optional.empty());

        assertThat(state.exists()).isFalse();
        assertThat(state.deviations()).containsExactly("missing");
    }

    private static TopicState state(int partitions, Map<String, String> config) {
        Node node = new Node(1, "127.0.0.1", 9092);
        List<TopicPartitionInfo> infos = IntStream.range(0, partitions)
                .mapToObj(i -> new TopicPartitionInfo(i, node, List.of(node), List.of(node)))
                .toList();
        return TopicState.of(
                Topics.DAY_TICKS,
                Optional.of(new TopicDescription(Topics.DAY_TICKS.name(), false, infos)),
                Optional.of(new Config(config.entrySet().stream()
                        .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
                        .toList())));
    }

    private static TopicAdmin connect(String servers) {
        return TopicAdmin.connect(Map.of("bootstrap.servers", servers, "default.api.timeout.ms", "1000"));
    }
}
