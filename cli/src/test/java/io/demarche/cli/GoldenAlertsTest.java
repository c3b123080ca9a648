package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.schemas.json.RecordJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What articles end in, from the text to the alert: every alert was checked by hand against the articles. */
class GoldenAlertsTest {
    /** Summonses, protests, visits and reconciliations: no alert. */
    private static final Set<String> QUIET =
            Set.of("BHR-QAT", "JPN-KOR", "CAN-SAU", "IRN-SAU", "AUS-CHN", "CHN-PHL", "GUY-VEN", "GRC-TUR");

    @Test
    void shouldEndTheBundledEpisodesWithTheAlertsThatTheirArticlesBearOut() {
        List<String> expected = text("expected-alerts.tsv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(alerts(text("articles.jsonl")).stream().map(GoldenAlertsTest::brief))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void shouldLeaveTheQuietPairsQuiet() {
        Set<String> alerted = new TreeSet<>();
        alerts(text("articles.jsonl"))
                .forEach(alert -> alerted.add(alert.path("dyad").asText()));

        assertThat(alerted).isNotEmpty().doesNotContainAnyElementsOf(QUIET);
    }

    @Test
    void shouldTellEachExpulsionAndItsAnswerAsAChain() {
        List<String> answers = alerts(text("expulsions.jsonl")).stream()
                .filter(alert -> alert.path("level").asText().equals("RETALIATION"))
                .map(alert -> alert.path("firedOn").asText() + " "
                        + alert.path("dyad").asText() + " after " + lag(alert) + " days")
                .toList();

        assertThat(answers)
                .containsExactly(
                        "2018-03-17 GBR-RUS after 3 days",
                        "2018-03-29 RUS-USA after 3 days",
                        "2018-03-30 AUS-RUS after 3 days",
                        "2018-03-30 CAN-RUS after 4 days",
                        "2018-03-30 DEU-RUS after 4 days",
                        "2018-03-30 FRA-RUS after 4 days",
                        "2018-03-30 POL-RUS after 4 days",
                        "2018-03-30 RUS-UKR after 4 days");
    }

    @Test
    void shouldFindAPairKnownSinceTheFeedsFirstDay() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            rows.append("{\"eventDate\":\"2021-03-10\",\"source\":{\"country\":\"AZE\"},")
                    .append("\"target\":{\"country\":\"FRA\"},\"cameoCode\":\"112\"}\n");
        }

        assertThat(CommandRun.withInput(rows.toString(), "assess").out()).isEmpty();
        assertThat(CommandRun.withInput(rows.toString(), "assess", "--known-since", "2021-01-01")
                        .out())
                .contains("\"TENSE\"");
    }

    private static String brief(ObjectNode alert) {
        return String.join(
                "\t",
                alert.path("dyad").asText(),
                alert.path("firedOn").asText(),
                alert.path("level").asText(),
                alert.path("headline").asText());
    }

    private static int lag(JsonNode alert) {
        return alert.path("reciprocityChain").path(0).path("lagDays").asInt(-1);
    }

    private static List<ObjectNode> alerts(String articles) {
        CommandRun coded = CommandRun.withInput(articles, "code");
        CommandRun assessed = CommandRun.withInput(coded.out(), "assess");
        assertThat(assessed.exitCode()).as(assessed.err()).isZero();
        return assessed.out().lines().map(RecordJson::parse).toList();
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(GoldenAlertsTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
