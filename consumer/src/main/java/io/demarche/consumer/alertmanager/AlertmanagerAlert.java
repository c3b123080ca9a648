package io.demarche.consumer.alertmanager;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.avro.AlertEvent;
import io.demarche.avro.AlertStatus;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.Evidence;
import io.demarche.schemas.Dyad;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An alert as Alertmanager's API, version 2, takes it: labels that name it, annotations that tell of it. */
final class AlertmanagerAlert {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "DemarcheTension";

    private final @Nullable String page;

    /** @param page address of the page that shows pairs; null where there is none */
    AlertmanagerAlert(@Nullable String page) {
        this.page = page;
    }

    /**
     * The alert as it is now.
     *
     * @param rule the rule that its first revision named: part of its labels, which may not change
     * @param hold how long it fires without being told again
     */
    ObjectNode json(EscalationAlert alert, String rule, Instant now, Duration hold) {
        Dyad dyad = Dyad.parse(alert.getDyad());
        ObjectNode json = JSON.createObjectNode();
        ObjectNode labels = json.putObject("labels")
                .put("alertname", NAME)
                .put("pair", alert.getDyad())
                .put("state1", dyad.first())
                .put("state2", dyad.second())
                .put("level", alert.getLevel().name())
                .put("rule", rule)
                .put("episode", alert.getEpisodeStart().toString())
                .put("ruleset", alert.getRulesetVersion());
        if (alert.getTest()) {
            labels.put("test", "true");
        }
        ObjectNode annotations = json.putObject("annotations")
                .put("summary", summary(alert))
                .put("headline", alert.getHeadline())
                .put("why", alert.getWhy().getExplanation())
                .put("quotes", quotes(alert))
                .put("confidence", String.format(Locale.ROOT, "%.2f", alert.getConfidence()))
                .put("status", alert.getStatus().name().toLowerCase(Locale.ROOT))
                .put("alert_id", alert.getAlertId());
        if (page != null) {
            String link = page.replaceFirst("/+$", "") + "/pair/" + alert.getDyad();
            annotations.put("link", link);
            json.put("generatorURL", link);
        }
        // East of Greenwich, the day of an act begins before that of UTC: what starts after its end is refused.
        Instant fired = alert.getFiredOn().atStartOfDay(ZoneOffset.UTC).toInstant();
        return json.put("startsAt", (fired.isAfter(now) ? now : fired).toString())
                .put("endsAt", (isOver(alert) ? now : now.plus(hold)).toString());
    }

    private static String summary(EscalationAlert alert) {
        return switch (alert.getStatus()) {
            case RETRACTED -> "Retracted, its evidence was withdrawn: " + alert.getHeadline();
            case RESOLVED -> "Over since " + alert.getAsOf() + ": " + alert.getHeadline();
            default -> alert.getHeadline();
        };
    }

    private static String quotes(EscalationAlert alert) {
        return alert.getEvents().stream()
                .map(AlertEvent::getEvidence)
                .flatMap(evidence -> evidence.stream().limit(1))
                .map(AlertmanagerAlert::quote)
                .collect(Collectors.joining("\n"));
    }

    private static String quote(Evidence evidence) {
        String url = evidence.getUrl() == null ? "" : " " + evidence.getUrl();
        return "“" + evidence.getQuote() + "” – " + evidence.getPublisher() + url;
    }

    static boolean isOver(EscalationAlert alert) {
        return alert.getStatus() == AlertStatus.RESOLVED || alert.getStatus() == AlertStatus.RETRACTED;
    }
}
