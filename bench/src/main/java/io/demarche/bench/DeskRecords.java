package io.demarche.bench;

import io.demarche.avro.Actor;
import io.demarche.avro.AlertFigures;
import io.demarche.avro.AlertRule;
import io.demarche.avro.AlertStatus;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventType;
import io.demarche.avro.Evidence;
import io.demarche.avro.TensionLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Announcements made up by number: events of many pairs with two quotes each, and one alert. */
final class DeskRecords {
    private static final String[] STATES = {"ARG", "BRA", "CAN", "CHL", "EGY", "FIN", "GHA", "IND", "JPN", "KEN"};
    private static final EventType[] TYPES = {
        EventType.ACCUSED, EventType.CONDEMNED, EventType.DIPLOMATS_EXPELLED, EventType.SANCTIONS_IMPOSED
    };
    private static final LocalDate FIRST = LocalDate.of(2030, 1, 1);
    private static final int DAYS = 3_000;

    private DeskRecords() {}

    /** @param ofOnePair whether it is of the pair of Azerbaijan and France, as all that say so are */
    static DiplomaticEvent event(int number, boolean ofOnePair) {
        String source = ofOnePair ? "AZE" : STATES[number % 9];
        String target = ofOnePair ? "FRA" : STATES[number % 9 + 1];
        LocalDate day = FIRST.plusDays(number % DAYS);
        Instant at = Instant.ofEpochSecond(day.toEpochDay() * 86_400L);
        return DiplomaticEvent.newBuilder()
                .setEventId(String.format("%032x", number))
                .setDyad(source + "-" + target)
                .setEventType(TYPES[number % TYPES.length])
                .setCameoCode("112")
                .setSource(actor(source))
                .setTarget(actor(target))
                .setEventDate(day)
                .setGoldstein(-20)
                .setPublishers(List.of("Example Gazette", "Example Post"))
                .setMentions(2)
                .setConfidence(0.9)
                .setEvidence(List.of(quote(number, "Example Gazette", at), quote(number + 1, "Example Post", at)))
                .setFirstReportedAt(at)
                .setLastReportedAt(at)
                .setRevision(1)
                .build();
    }

    static EscalationAlert alert() {
        return EscalationAlert.newBuilder()
                .setAlertId("bench")
                .setDyad("AZE-FRA")
                .setLevel(TensionLevel.TENSE)
                .setEpisodeStart(FIRST)
                .setFiredOn(FIRST)
                .setStatus(AlertStatus.FIRING)
                .setRule(AlertRule.SURGE)
                .setHeadline("A surge")
                .setWhy(AlertFigures.newBuilder()
                        .setSurge(2)
                        .setRecentHostility(1)
                        .setExpectedHostility(1)
                        .setEvents(1)
                        .setHostileEvents(1)
                        .setExplanation("Made up.")
                        .build())
                .setEvents(List.of())
                .setReciprocityChain(List.of())
                .setConfidence(0.9)
                .setAsOf(FIRST)
                .setRevision(1)
                .setRulesetVersion("3")
                .build();
    }

    private static Actor actor(String country) {
        return Actor.newBuilder()
                .setCountry(country)
                .setName(country)
                .setRole("GOV")
                .build();
    }

    private static Evidence quote(int number, String publisher, Instant at) {
        String text = "The envoy's " + (number % 2 == 0 ? "quote" : "statement") + " number word" + number % 997
                + " of the ministry speaks of term" + number % 10_007 + " and of no other matter that day.";
        return Evidence.newBuilder()
                .setMentionId(String.format("%032x", number))
                .setArticleId(String.format("%032x", number / 3))
                .setPublisher(publisher)
                .setUrl("https://gazette.example/" + number)
                .setPublishedAt(at)
                .setQuote(text)
                .setConfidence(0.9)
                .build();
    }
}
