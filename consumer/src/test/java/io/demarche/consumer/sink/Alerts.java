package io.demarche.consumer.sink;

import io.demarche.avro.AlertEvent;
import io.demarche.avro.AlertFigures;
import io.demarche.avro.AlertRule;
import io.demarche.avro.AlertStatus;
import io.demarche.avro.ChainLink;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventType;
import io.demarche.avro.Evidence;
import io.demarche.avro.LinkBasis;
import io.demarche.avro.TensionLevel;
import io.demarche.schemas.TrustedRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Alerts to test with: Norway expels two Danish attachés, Denmark answers. Invented throughout. */
public final class Alerts {
    private Alerts() {}

    /** The alert with this identity and revision: firing at first, updated from then on. */
    public static EscalationAlert alert(String alertId, int revision) {
        return alert(alertId, revision, revision == 1 ? AlertStatus.FIRING : AlertStatus.UPDATED);
    }

    /** The same in the given status. */
    public static EscalationAlert alert(String alertId, int revision, AlertStatus status) {
        TrustedRecords.declare();
        return EscalationAlert.newBuilder()
                .setAlertId(alertId)
                .setDyad("DNK-NOR")
                .setLevel(TensionLevel.RETALIATION)
                .setPreviousLevel(TensionLevel.CONFRONTATION)
                .setEpisodeStart(LocalDate.parse("2031-03-03"))
                .setFiredOn(LocalDate.parse("2031-03-05"))
                .setStatus(status)
                .setRule(AlertRule.RECIPROCITY)
                .setHeadline("Denmark answered Norway's expulsion of two attachés in kind.")
                .setWhy(AlertFigures.newBuilder()
                        .setSurge(0.4)
                        .setRecentHostility(120)
                        .setExpectedHostility(10)
                        .setEvents(3)
                        .setHostileEvents(2)
                        .setExplanation("A coercive act was answered with one of the same kind within 14 days.")
                        .build())
                .setEvents(List.of(expulsion("e1", "NOR", "DNK", "2031-03-03"), answer()))
                .setReciprocityChain(List.of(ChainLink.newBuilder()
                        .setEventId("e2")
                        .setInResponseTo("e1")
                        .setLagDays(2)
                        .setBasis(LinkBasis.TEXT)
                        .setConfidence(0.95)
                        .build()))
                .setConfidence(0.93)
                .setAsOf(LocalDate.parse("2031-03-06"))
                .setRevision(revision)
                .setRulesetVersion("1")
                .build();
    }

    /** An event with one quote. */
    static AlertEvent expulsion(String id, String source, String target, String date) {
        return AlertEvent.newBuilder()
                .setEventId(id)
                .setEventType(EventType.DIPLOMATS_EXPELLED)
                .setCameoCode("161")
                .setSource(source)
                .setTarget(target)
                .setEventDate(LocalDate.parse(date))
                .setCount(2)
                .setSummary(source.equals("NOR") ? "Norway expelled 2 Danish diplomats." : "")
                .setConfidence(0.9)
                .setMentions(3)
                .setEvidence(List.of(evidence("Oslo told two attachés of its neighbour to leave within 48 hours.")))
                .build();
    }

    /** A quote. */
    static Evidence evidence(String quote) {
        return Evidence.newBuilder()
                .setMentionId("m")
                .setArticleId("a")
                .setPublisher("The Example Gazette")
                .setUrl("https://gazette.example/2031/03/attaches")
                .setPublishedAt(Instant.parse("2031-03-03T18:00:00Z"))
                .setQuote(quote)
                .setConfidence(0.9)
                .build();
    }

    private static AlertEvent answer() {
        return AlertEvent.newBuilder(expulsion("e2", "DNK", "NOR", "2031-03-05"))
                .setMentions(1)
                .setEvidence(List.of(
                        Evidence.newBuilder(evidence("Two Norwegian diplomats must go, as a measure of reciprocity."))
                                .setPublisher("")
                                .setUrl(null)
                                .setPublishedAt(Instant.parse("2031-03-05T23:59:00Z"))
                                .build()))
                .build();
    }
}
