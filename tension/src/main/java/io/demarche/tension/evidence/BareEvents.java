package io.demarche.tension.evidence;

import io.demarche.avro.Actor;
import io.demarche.avro.DateBasis;
import io.demarche.avro.DatePrecision;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
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
    private static final String RULE = "bare-event";
    private final CodeTable codes;
    private final ActCatalogue catalogue;
    private final Map<String, Integer> seen = new HashMap<>();

    /**
     * The beginning of a stream.
     *
     * @param catalogue how sure a row is that says nothing of it
     */
    public BareEvents(CodeTable codes, ActCatalogue catalogue) {
        this.codes = codes;
        this.catalogue = catalogue;
    }

    /** The mention of the stream's next row. */
    public EventMention next(BareEvent row) {
        EventType type = codes.eventType(row.cameoCode());
        double confidence = row.confidence() == null ? catalogue.of(type).rowConfidence() : row.confidence();
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
                .setEventType(type)
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
