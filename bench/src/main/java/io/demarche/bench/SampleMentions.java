package io.demarche.bench;

import io.demarche.avro.Actor;
import io.demarche.avro.DateBasis;
import io.demarche.avro.DatePrecision;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.avro.Modality;
import io.demarche.schemas.ContentId;
import io.demarche.schemas.DemarcheException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Mentions of acts that nobody did, as many and as mixed as news has them. */
final class SampleMentions {
    /** One side of every pair. */
    static final String HOME = "FRA";

    private static final List<EventType> TYPES = List.of(
            EventType.DIPLOMATS_EXPELLED,
            EventType.AMBASSADOR_SUMMONED,
            EventType.SANCTIONS_IMPOSED,
            EventType.ACCUSED,
            EventType.CONDEMNED,
            EventType.THREATENED,
            EventType.FORCE_USED,
            EventType.VISITED,
            EventType.AGREED,
            EventType.STATEMENT);
    private static final List<String> CODES =
            List.of("161", "114", "163", "112", "111", "130", "190", "042", "057", "010");
    private static final String QUOTE =
            "One of the two governments did what this sentence of an article reports of it, at some length.";

    private SampleMentions() {}

    /** So many states for {@link #HOME} to have to do with. */
    static List<String> states(int number) {
        List<String> states = Stream.of(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3)
                        .toArray(String[]::new))
                .sorted()
                .filter(state -> !state.equals(HOME))
                .limit(number)
                .toList();
        if (states.size() < number) {
            throw new DemarcheException("there are not " + number + " states to pair with " + HOME);
        }
        return states;
    }

    /** An act between the home state and another on a day, in an article of that day; the rest is as chance has it. */
    static EventMention mention(String articleId, String state, LocalDate day, Random random) {
        int type = random.nextInt(TYPES.size());
        boolean forth = random.nextBoolean();
        return mention(
                articleId,
                TYPES.get(type),
                CODES.get(type),
                forth ? HOME : state,
                forth ? state : HOME,
                day.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(random.nextInt(86_000)),
                random);
    }

    /** Force used by one state against another at this moment: enough for an alert by itself. */
    static EventMention force(String articleId, String source, String target, Instant published) {
        EventMention mention =
                mention(articleId, EventType.FORCE_USED, "190", source, target, published, new Random(7));
        mention.setConfidence(0.95);
        return mention;
    }

    private static EventMention mention(
            String articleId,
            EventType type,
            String code,
            String source,
            String target,
            Instant published,
            Random random) {
        return EventMention.newBuilder()
                .setMentionId(ContentId.of(articleId))
                .setArticleId(articleId)
                .setContentHash(ContentId.of(articleId, "text"))
                .setBodyFingerprint(random.nextLong())
                .setPublisher("Publisher " + random.nextInt(50))
                .setUrl("https://news.example/" + articleId)
                .setPublishedAt(published)
                .setFetchedAt(published)
                .setEventType(type)
                .setCameoCode(code)
                .setSource(new Actor(source, "the government", "GOV"))
                .setTarget(new Actor(target, "the government", "GOV"))
                .setEventDate(LocalDate.ofInstant(published, ZoneOffset.UTC))
                .setDateBasis(random.nextInt(3) == 0 ? DateBasis.STATED : DateBasis.PUBLICATION)
                .setDatePrecision(DatePrecision.DAY)
                .setModality(Modality.FACT)
                .setConfidence((60 + random.nextInt(38)) / 100.0)
                .setQuote(QUOTE)
                .setQuoteStart(0)
                .setQuoteEnd(QUOTE.length())
                .setCoderVersion("bench")
                .setRuleId("bench")
                .build();
    }
}
