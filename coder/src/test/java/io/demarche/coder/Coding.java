package io.demarche.coder;

import io.demarche.avro.EventMention;
import io.demarche.coder.lexicon.Drop;
import io.demarche.coder.lexicon.DropReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Codes short texts for the tests. */
final class Coding {
    static final DiplomaticCoder CODER = DiplomaticCoder.byRules();
    static final LocalDate DAY = LocalDate.of(2021, 6, 16); // a Wednesday

    private Coding() {}

    static Article article(String body) {
        return article(body, DAY);
    }

    static Article article(String body, LocalDate published) {
        Instant time = published.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new Article("a1", "h1", "The Example Courier", "", "", body, time, time.plusSeconds(3600));
    }

    static List<EventMention> mentions(String body) {
        return CODER.code(article(body));
    }

    /** Each act as "FRA>AZE DIPLOMATS_EXPELLED 161". */
    static List<String> acts(String body) {
        return mentions(body).stream()
                .map(m -> m.getSource().getCountry() + ">" + m.getTarget().getCountry() + " " + m.getEventType() + " "
                        + m.getCameoCode())
                .toList();
    }

    /** Why each candidate that was dropped was, from left to right. */
    static List<DropReason> drops(String body) {
        return CODER.explain(article(body)).sentences().stream()
                .flatMap(sentence -> sentence.candidates().stream())
                .flatMap(candidate -> candidate.drop().stream())
                .map(Drop::reason)
                .toList();
    }

    /** The only mention of that type. */
    static EventMention only(String body, String type) {
        List<EventMention> found = mentions(body).stream()
                .filter(m -> m.getEventType().name().equals(type))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " mentions of " + type + " in: " + body + "\n"
                    + CODER.explain(article(body)).render());
        }
        return found.get(0);
    }
}
