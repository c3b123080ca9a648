package io.demarche.archive.testing;

import io.demarche.avro.Actor;
import io.demarche.avro.AlertEvent;
import io.demarche.avro.AlertFigures;
import io.demarche.avro.AlertRule;
import io.demarche.avro.AlertStatus;
import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.BilateralTension;
import io.demarche.avro.ChainLink;
import io.demarche.avro.DateBasis;
import io.demarche.avro.DatePrecision;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventType;
import io.demarche.avro.Evidence;
import io.demarche.avro.LinkBasis;
import io.demarche.avro.Modality;
import io.demarche.avro.TensionLevel;
import io.demarche.avro.Verdict;
import io.demarche.schemas.TrustedRecords;
import io.demarche.schemas.Verdicts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Announcements to test with: Chile expels Kenyan attachés, Kenya answers. Invented throughout. */
public final class Announced {
    private Announced() {}

    /** An event of this id and revision, with these quotes. */
    public static DiplomaticEvent event(String id, int revision, String... quotes) {
        TrustedRecords.declare();
        return DiplomaticEvent.newBuilder()
                .setEventId(id)
                .setDyad("CHL-KEN")
                .setEventType(EventType.DIPLOMATS_EXPELLED)
                .setCameoCode("161")
                .setSource(actor("CHL", "Chile"))
                .setTarget(actor("KEN", "Kenya"))
                .setEventDate(LocalDate.parse("2031-03-03"))
                .setDateBasis(DateBasis.STATED)
                .setDatePrecision(DatePrecision.DAY)
                .setModality(Modality.FACT)
                .setGoldstein(-40)
                .setPublishers(List.of("The Example Gazette"))
                .setMentions(quotes.length)
                .setConfidence(0.9)
                .setEvidence(Arrays.stream(quotes).map(Announced::evidence).toList())
                .setFirstReportedAt(Instant.parse("2031-03-03T18:00:00Z"))
                .setLastReportedAt(Instant.parse("2031-03-04T18:00:00Z"))
                .setRevision(revision)
                .build();
    }

    /** Kenya's answer to an event. */
    public static DiplomaticEvent answer(String id, String to, String quote) {
        return DiplomaticEvent.newBuilder(event(id, 1, quote))
                .setSource(actor("KEN", "Kenya"))
                .setTarget(actor("CHL", "Chile"))
                .setEventDate(LocalDate.parse("2031-03-05"))
                .setInResponseTo(to)
                .setLagDays(2)
                .setLinkBasis(LinkBasis.TEXT)
                .setLinkConfidence(0.95)
                .build();
    }

    /** A verdict of ana's on the first event, so many minutes after it was told. */
    public static AnalystVerdict verdict(String eventId, Verdict said, int minute) {
        TrustedRecords.declare();
        DiplomaticEvent event = event(eventId, 1, "quote");
        AnalystVerdict verdict = AnalystVerdict.newBuilder()
                .setVerdictId("")
                .setEventId(eventId)
                .setMentionIds(List.of("m"))
                .setDyad(event.getDyad())
                .setVerdict(said)
                .setEventType(event.getEventType())
                .setSource("CHL")
                .setTarget("KEN")
                .setEventDate(event.getEventDate())
                .setCameoCode(event.getCameoCode())
                .setReportedAt(event.getFirstReportedAt())
                .setConfidence(event.getConfidence())
                .setPublishers(List.of("The Example Gazette"))
                .setRuleIds(List.of("expel"))
                .setNote("")
                .setAnalyst("ana")
                .setAt(event.getLastReportedAt().plusSeconds(60L * minute))
                .build();
        verdict.setVerdictId(Verdicts.idOf(verdict));
        return verdict;
    }

    /** A reading of the pair. */
    public static BilateralTension reading(String day, TensionLevel level, double surge) {
        TrustedRecords.declare();
        return BilateralTension.newBuilder()
                .setDyad("CHL-KEN")
                .setAsOfDay(LocalDate.parse(day))
                .setLevel(level)
                .setSurge(surge)
                .setRecentHostility(40)
                .setExpectedHostility(4)
                .setBalance(-1)
                .setEvents(2)
                .setHostileEvents(2)
                .setRulesetVersion("3")
                .build();
    }

    /** An alert of this id, revision and status, on these events. */
    public static EscalationAlert alert(String id, int revision, AlertStatus status, String... events) {
        TrustedRecords.declare();
        return EscalationAlert.newBuilder()
                .setAlertId(id)
                .setDyad("CHL-KEN")
                .setLevel(TensionLevel.RETALIATION)
                .setPreviousLevel(TensionLevel.CONFRONTATION)
                .setEpisodeStart(LocalDate.parse("2031-03-03"))
                .setFiredOn(LocalDate.parse("2031-03-05"))
                .setStatus(status)
                .setRule(AlertRule.RECIPROCITY)
                .setHeadline("Kenya answered Chile's expulsion in kind")
                .setWhy(AlertFigures.newBuilder()
                        .setSurge(0.4)
                        .setRecentHostility(80)
                        .setExpectedHostility(8)
                        .setEvents(2)
                        .setHostileEvents(2)
                        .setExplanation("A coercive act answered in kind after two days.")
                        .build())
                .setEvents(Arrays.stream(events).map(Announced::alertEvent).toList())
                .setReciprocityChain(
                        events.length < 2
                                ? List.of()
                                : List.of(ChainLink.newBuilder()
                                        .setEventId(events[1])
                                        .setInResponseTo(events[0])
                                        .setLagDays(2)
                                        .setBasis(LinkBasis.TEXT)
                                        .setConfidence(0.95)
                                        .build()))
                .setConfidence(0.93)
                .setAsOf(LocalDate.parse("2031-03-06"))
                .setRevision(revision)
                .setRulesetVersion("3")
                .build();
    }

    private static AlertEvent alertEvent(String id) {
        return AlertEvent.newBuilder()
                .setEventId(id)
                .setEventType(EventType.DIPLOMATS_EXPELLED)
                .setCameoCode("161")
                .setSource("CHL")
                .setTarget("KEN")
                .setEventDate(LocalDate.parse("2031-03-03"))
                .setSummary("Chile expels two attachés")
                .setConfidence(0.9)
                .setMentions(1)
                .setEvidence(List.of())
                .build();
    }

    private static Actor actor(String country, String name) {
        return Actor.newBuilder()
                .setCountry(country)
                .setName(name)
                .setRole("GOV")
                .build();
    }

    private static Evidence evidence(String quote) {
        return Evidence.newBuilder()
                .setMentionId("m-" + quote.hashCode())
                .setArticleId("a")
                .setPublisher("The Example Gazette")
                .setUrl("https://gazette.example/2031/attaches")
                .setPublishedAt(Instant.parse("2031-03-03T18:00:00Z"))
                .setQuote(quote)
                .setConfidence(0.9)
                .build();
    }
}
