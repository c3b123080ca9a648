package io.demarche.tension.evidence;

import io.demarche.avro.Actor;
import io.demarche.avro.DateBasis;
import io.demarche.avro.DatePrecision;
import io.demarche.avro.EventMention;
import io.demarche.avro.Modality;
import io.demarche.schemas.ContentId;
import io.demarche.tension.rules.CodeTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns bare events of one stream into mentions.
 *
 * <p>A row that names its article is a mention of that article: the same row again is the same mention. A row that names
 * none has no identity but its content, and streams do hold equal rows that are separate reports; so the second equal
 * row of a stream is a second mention, the third a third. The mentions of a stream are then a function of its rows,
 * repeats counted, in whatever order they come, and a mention once made is as safe to repeat as any other.
 */
public final class BareEvents {
    /** Confidence of a row that says none: three independent rows together are believed, two are not. */
    public static final double CONFIDENCE = 0.5;

    private static final String RULE = "bare-event";
    private final CodeTable codes;
    private final Map<String, Integer> seen = new HashMap<>();

    public BareEvents(CodeTable codes) {
        this.codes = codes;
    }

    /** The mention of the stream's next row. */
    public EventMention next(BareEvent row) {
        double confidence = row.confidence() == null ? CONFIDENCE : row.confidence();
        String articleId = row.articleId() == null ? "" : row.articleId();
        String publisher = row.publisher() == null ? "" : row.publisher();
        String content = ContentId.of(
                RULE,
                row.eventDate().toString(),
                row.source(),
                row.target(),
                row.cameoCode(),
                Double.toString(confidence),
                articleId,
                publisher);
        int occurrence = articleId.isEmpty() ? seen.merge(content, 1, Integer::sum) : 1;
        String id = ContentId.of(content, Integer.toString(occurrence));
        Instant day = row.eventDate().atStartOfDay(ZoneOffset.UTC).toInstant();
        return EventMention.newBuilder()
                .setMentionId(id)
                .setArticleId(articleId.isEmpty() ? id : articleId)
                .setContentHash(content)
                .setBodyFingerprint(0)
                .setPublisher(publisher)
                .setPublishedAt(day)
                .setFetchedAt(day)
                .setEventType(codes.eventType(row.cameoCode()))
                .setCameoCode(row.cameoCode())
                .setSource(actor(row.source()))
                .setTarget(actor(row.target()))
                .setEventDate(row.eventDate())
                .setDateBasis(DateBasis.STATED)
                .setDatePrecision(DatePrecision.DAY)
                .setModality(Modality.FACT)
                .setConfidence(confidence)
                .setQuote("")
                .setQuoteStart(0)
                .setQuoteEnd(0)
                .setRuleId(RULE)
                .setCoderVersion("")
                .build();
    }

    private static Actor actor(String country) {
        return Actor.newBuilder()
                .setCountry(country)
                .setName(country)
                .setRole("")
                .build();
    }
}
