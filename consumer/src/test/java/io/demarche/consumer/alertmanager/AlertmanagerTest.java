package io.demarche.consumer.alertmanager;

import static io.demarche.consumer.sink.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.demarche.avro.AlertRule;
import io.demarche.avro.AlertStatus;
import io.demarche.avro.EscalationAlert;
import io.demarche.consumer.post.HttpPost;
import io.demarche.consumer.webhook.TakingServer;
import io.demarche.kafka.address.GuardedHosts;
import io.demarche.kafka.address.HostResolver;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertmanagerTest {
    private final TakingServer server = TakingServer.start().answering(200);
    private Instant now = Instant.parse("2031-03-06T12:00:00Z");
    private final Alertmanager sink = new Alertmanager(
            "am",
            URI.create("http://127.0.0.1:" + server.address().getPort() + "/"),
            "http://desk.example:8090/",
            new AlertmanagerTimes(Duration.ofMinutes(1), Duration.ofHours(1)),
            new HttpPost(new GuardedHosts(HostResolver.system(), true), Duration.ofSeconds(15), () -> now),
            () -> now);

    @AfterEach
    void stop() {
        sink.close();
        server.close();
    }

    @Test
    void shouldNameTheAlertByItsLabelsAndTellOfItInAnnotations() throws IOException {
        sink.deliver(alert("a", 1));

        JsonNode sent = posts().get(0).get(0);
        assertThat(sent.path("labels"))
                .hasToString(
                        "{\"alertname\":\"DemarcheTension\",\"pair\":\"DNK-NOR\",\"state1\":\"DNK\",\"state2\":\"NOR\","
                                + "\"level\":\"RETALIATION\",\"rule\":\"RECIPROCITY\",\"episode\":\"2031-03-03\",\"ruleset\":\"1\"}");
        assertThat(sent.path("annotations").path("headline").textValue()).startsWith("Denmark answered");
        assertThat(sent.path("annotations").path("why").textValue()).startsWith("A coercive act was answered");
        assertThat(sent.path("annotations").path("quotes").textValue())
                .contains("“Oslo told two attachés of its neighbour to leave within 48 hours.”")
                .contains("https://gazette.example/2031/03/attaches");
        assertThat(sent.path("generatorURL").textValue()).isEqualTo("http://desk.example:8090/pair/DNK-NOR");
        assertThat(sent.path("startsAt").textValue()).isEqualTo("2031-03-05T00:00:00Z");
        assertThat(sent.path("endsAt").textValue()).isEqualTo("2031-03-06T13:00:00Z");
    }

    @Test
    void shouldKeepTheLabelsOverAllRevisionsThoughTheRuleShouldChange() throws IOException {
        EscalationAlert second = alert("a", 2);
        second.setRule(AlertRule.SURGE);
        second.setHeadline("Another headline.");
        EscalationAlert third = alert("a", 3, AlertStatus.RESOLVED);
        third.setRule(AlertRule.ACT);
        sink.deliver(alert("a", 1));
        sink.deliver(second);
        sink.deliver(third);

        Set<JsonNode> labels = new HashSet<>();
        for (JsonNode post : posts()) {
            labels.add(post.get(0).path("labels"));
        }
        assertThat(labels).hasSize(1);
    }

    @Test
    void shouldEndWhatIsOverNow() throws IOException {
        sink.deliver(alert("a", 1));
        sink.deliver(alert("a", 2, AlertStatus.RETRACTED));

        JsonNode end = posts().get(1).get(0);
        assertThat(end.path("endsAt").textValue()).isEqualTo("2031-03-06T12:00:00Z");
        assertThat(end.path("annotations").path("status").textValue()).isEqualTo("retracted");
    }

    @Test
    void shouldTellAgainOfWhatFiresEachInterval() throws IOException {
        sink.deliver(alert("a", 1));
        sink.deliver(alert("b", 1));
        sink.deliver(alert("b", 2, AlertStatus.RESOLVED));
        sink.remind();
        sink.remind();
        now = now.plusSeconds(60);
        sink.remind();

        assertThat(posts()).hasSize(5);
        assertThat(posts().get(4)).hasSize(1);
        assertThat(posts().get(4).get(0).path("endsAt").textValue()).isEqualTo("2031-03-06T13:01:00Z");
    }

    @Test
    void shouldTellOfWhatFiredBeforeItBegan() throws IOException {
        sink.recall(alert("a", 1));
        sink.recall(alert("b", 1));
        sink.recall(alert("b", 2, AlertStatus.RETRACTED));

        sink.remind();

        assertThat(posts()).singleElement().satisfies(post -> assertThat(post).hasSize(1));
    }

    @Test
    void shouldTellOfWhatWasGivenUpOnceItIsBack() {
        server.answering(503);
        sink.deliver(alert("a", 1));
        sink.givenUp(alert("a", 1));
        server.answering(200);

        sink.remind();

        assertThat(server.posts()).hasSize(2);
    }

    @Test
    void shouldLeaveToOthersWhatIsTheirs() {
        sink.recall(alert("a", 1));
        sink.forgetPast();

        sink.remind();

        assertThat(server.posts()).isEmpty();
    }

    private List<JsonNode> posts() throws IOException {
        List<JsonNode> posts = new ArrayList<>();
        for (TakingServer.Post post : server.posts()) {
            posts.add(new JsonMapper().readTree(post.body()));
        }
        return posts;
    }
}
