package io.demarche.consumer.alertmanager;

import static io.demarche.consumer.sink.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.demarche.avro.AlertStatus;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.TensionLevel;
import io.demarche.consumer.delivery.Outcome;
import io.demarche.consumer.post.HttpPost;
import io.demarche.consumer.webhook.TakingServer;
import io.demarche.kafka.address.GuardedHosts;
import io.demarche.kafka.address.HostResolver;
import io.demarche.schemas.json.RecordJson;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people hear of alerts through the genuine Alertmanager; skipped where it is not installed. */
@Timeout(90)
class AlertmanagerIT {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofSeconds(4);

    private final TakingServer people = TakingServer.start();

    @TempDir
    private Path dir;

    private GenuineAlertmanager genuine;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(
                GenuineAlertmanager.program().isPresent(),
                "no Alertmanager (Debian: prometheus-alertmanager): what it makes of alerts is not tried");
        URI address = people.address();
        genuine = GenuineAlertmanager.start(dir, URI.create("http://127.0.0.1:" + address.getPort()));
    }

    @AfterEach
    void stop() {
        if (genuine != null) {
            genuine.close();
        }
        people.close();
    }

    @Test
    void shouldTellPeopleOnceOfAPairHoweverManyProcessesTellItAndOfItsEnd() {
        for (int process = 0; process < 5; process++) {
            try (Alertmanager sink = sink()) { // each as if it had been killed before a commit
                tell(sink, alert("a", 1), alert("a", 2), other("b", TensionLevel.CONFRONTATION, AlertStatus.FIRING));
                sink.remind();
            }
        }
        await().atMost(LONG).until(() -> notifications().size() == 1);
        await().atMost(LONG).during(QUIET).until(() -> notifications().size() == 1);
        assertThat(notifications().get(0).path("status").textValue()).isEqualTo("firing");
        assertThat(notifications().get(0).path("alerts")).hasSize(2);

        try (Alertmanager sink = sink()) {
            tell(
                    sink,
                    alert("a", 3, AlertStatus.RESOLVED),
                    other("b", TensionLevel.CONFRONTATION, AlertStatus.RESOLVED));
        }

        await().atMost(LONG).until(() -> notifications().size() == 2);
        JsonNode end = notifications().get(1);
        assertThat(end.path("status").textValue()).isEqualTo("resolved");
        assertThat(end.path("alerts").get(0).path("annotations").path("summary").textValue())
                .startsWith("Over since 2031-03-06: ");
        await().atMost(LONG).during(QUIET).until(() -> notifications().size() == 2);
    }

    @Test
    void shouldSayThatARetractionIsOne() {
        try (Alertmanager sink = sink()) {
            tell(sink, alert("a", 1));
            await().atMost(LONG).until(() -> notifications().size() == 1);
            tell(sink, alert("a", 2, AlertStatus.RETRACTED));
        }

        await().atMost(LONG).until(() -> notifications().size() == 2);
        JsonNode alert = notifications().get(1).path("alerts").get(0);
        assertThat(alert.path("status").textValue()).isEqualTo("resolved");
        assertThat(alert.path("annotations").path("status").textValue()).isEqualTo("retracted");
        assertThat(alert.path("annotations").path("summary").textValue()).startsWith("Retracted, ");
    }

    @Test
    void shouldBeSilentOfAPairThatIsSilenced() throws Exception {
        Instant now = Instant.now();
        genuine.silence("DNK-NOR", now.toString(), now.plusSeconds(3600).toString());
        EscalationAlert heard = alert("heard", 1);
        heard.setDyad("AZE-FRA");
        try (Alertmanager sink = sink()) {
            tell(sink, alert("a", 1), heard);
        }

        await().atMost(LONG).until(() -> !notifications().isEmpty());
        await().atMost(LONG).during(QUIET).until(() -> notifications().size() == 1);
        assertThat(notifications().get(0).path("groupLabels").path("pair").textValue())
                .isEqualTo("AZE-FRA");
    }

    @Test
    void shouldBeQuietOfLowerLevelsWhileRelationsAreSevered() {
        try (Alertmanager sink = sink()) {
            tell(
                    sink,
                    other("worse", TensionLevel.RUPTURE, AlertStatus.FIRING),
                    other("b", TensionLevel.CONFRONTATION, AlertStatus.FIRING));
        }

        await().atMost(LONG).until(() -> notifications().size() == 2); // the pager's and the desk's
        await().atMost(LONG).during(QUIET).until(() -> notifications().size() == 2);
        assertThat(notifications()).allSatisfy(notification -> {
            assertThat(notification.path("alerts")).hasSize(1);
            assertThat(notification
                            .path("alerts")
                            .get(0)
                            .path("labels")
                            .path("level")
                            .textValue())
                    .isEqualTo("RUPTURE");
        });
    }

    @Test
    void shouldTellNobodyOfATest() throws Exception {
        EscalationAlert test = alert("a", 1);
        test.setTest(true);
        try (Alertmanager sink = sink()) {
            tell(sink, test);
        }

        await().atMost(LONG).until(() -> genuine.get("/api/v2/alerts").contains("DNK-NOR"));
        await().atMost(LONG).during(QUIET).until(() -> notifications().isEmpty());
        assertThat(notifications()).isEmpty();
    }

    private Alertmanager sink() {
        InstantSource clock = InstantSource.system();
        return new Alertmanager(
                "am",
                genuine.address(),
                null,
                new AlertmanagerTimes(Duration.ofMinutes(1), Duration.ofHours(1)),
                new HttpPost(new GuardedHosts(HostResolver.system(), true), Duration.ofSeconds(15), clock),
                clock);
    }

    private static EscalationAlert other(String id, TensionLevel level, AlertStatus status) {
        EscalationAlert alert = alert(id, 1, status);
        alert.setLevel(level);
        return alert;
    }

    private static void tell(Alertmanager sink, EscalationAlert... alerts) {
        for (EscalationAlert alert : alerts) {
            assertThat(sink.deliver(alert)).isEqualTo(new Outcome.Taken());
        }
    }

    private List<JsonNode> notifications() {
        return people.posts().stream()
                .map(post -> (JsonNode) RecordJson.parse(post.body()))
                .toList();
    }
}
