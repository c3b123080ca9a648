package io.demarche.tension;

import io.demarche.avro.Actor;
import io.demarche.avro.DateBasis;
import io.demarche.avro.DatePrecision;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.avro.Modality;
import io.demarche.schemas.ContentId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A mention in the making: what a test says of it, and plain values for the rest. */
public record Told(
        String source,
        String target,
        EventType type,
        String code,
        LocalDate date,
        DateBasis basis,
        DatePrecision precision,
        String publisher,
        String article,
        LocalDate published,
        int version,
        long fingerprint,
        double confidence,
        Modality modality,
        @Nullable Integer count,
        @Nullable String counted,
        @Nullable String cue,
        String role,
        String quote,
        boolean withdrawn) {

    /** {@code Told.that("AZE", "FRA", EventType.DIPLOMATS_EXPELLED, "161", "2023-12-26")}, surely and on that day. */
    public static Told that(String source, String target, EventType type, String code, String date) {
        LocalDate day = LocalDate.parse(date);
        return new Told(
                source,
                target,
                type,
                code,
                day,
                DateBasis.STATED,
                DatePrecision.DAY,
                "Riverside Courier",
                "article-1",
                day,
                1,
                0,
                0.9,
                Modality.FACT,
                null,
                null,
                null,
                "GOV",
                source + " " + type + " " + target + ".",
                false);
    }

    public Told by(String name) {
        return new Told(
                source,
                target,
                type,
                code,
                date,
                basis,
                precision,
                name,
                "article of " + name,
                published,
                version,
                fingerprint,
                confidence,
                modality,
                count,
                counted,
                cue,
                role,
                quote,
                withdrawn);
    }

    public Told in(String id) {
        return new Told(
                source,
                target,
                type,
                code,
                date,
                basis,
                precision,
                publisher,
                id,
                published,
                version,
                fingerprint,
                confidence,
                modality,
                count,
                counted,
                cue,
                role,
                quote,
                withdrawn);
    }

    Told publishedOn(String day) {
        return new Told(
                source,
                target,
                type,
                code,
                date,
                basis,
                precision,
                publisher,
                article,
                LocalDate.parse(day),
                version,
                fingerprint,
                confidence,
                modality,
                count,
                counted,
                cue,
                role,
                quote,
                withdrawn);
    }

    Told dated(DateBasis how, DatePrecision precise) {
        return new Told(
                source,
                target,
                type,
                code,
                date,
                how,
                precise,
                publisher,
                article,
                published,
                version,
                fingerprint,
                confidence,
                modality,
                count,
                counted,
                cue,
                role,
                quote,
                withdrawn);
    }

    public Told version(int number) {
        return new Told(
                source,
                target,
                type,
                code,
                date,
                basis,
                precision,
                publisher,
                article,
                published,
                number,
                fingerprint,
                confidence,
                modality,
                count,
                counted,
                cue,
                role,
                quote,
                withdrawn);
    }

    public Told body(long print) {
        return new Told(
                source,
                target,
                type,
                code,
                date,
                basis,
                precision,
                publisher,
                article,
                published,
                version,
                print,
                confidence,
                modality,
                count,
                counted,
                cue,
                role,
                quote,
                withdrawn);
    }

    public Told sure(double confident) {
        return new Told(
                source,
                target,
                type,
                code,
                date,
                basis,
                precision,
                publisher,
                article,
                published,
                version,
                fingerprint,
                confident,
                modality,
                count,
                counted,
                cue,
                role,
                quote,
                withdrawn);
    }

    public Told as(Modality how) {
        return new Told(
                source,
                target,
                type,
                code,
                date,
                basis,
                precision,
                publisher,
                article,
                published,
                version,
                fingerprint,
                confidence,
                how,
                count,
                counted,
                cue,
                role,
                quote,
                withdrawn);
    }

    public Told counting(@Nullable Integer number, @Nullable String things) {
        return new Told(
                source,
                target,
                type,
                code,
                date,
                basis,
                precision,
                publisher,
                article,
                published,
                version,
                fingerprint,
                confidence,
                modality,
                number,
                things,
                cue,
                role,
                quote,
                withdrawn);
    }

    public Told answering(@Nullable String words) {
        return new Told(
                source,
                target,
                type,
                code,
                date,
                basis,
                precision,
                publisher,
                article,
                published,
                version,
                fingerprint,
                confidence,
                modality,
                count,
                counted,
                words,
                role,
                quote,
                withdrawn);
    }

    Told through(String who) {
        return new Told(
                source,
                target,
                type,
                code,
                date,
                basis,
                precision,
                publisher,
                article,
                published,
                version,
                fingerprint,
                confidence,
                modality,
                count,
                counted,
                cue,
                who,
                quote,
                withdrawn);
    }

    Told saying(String words) {
        return new Told(
                source,
                target,
                type,
                code,
                date,
                basis,
                precision,
                publisher,
                article,
                published,
                version,
                fingerprint,
                confidence,
                modality,
                count,
                counted,
                cue,
                role,
                words,
                withdrawn);
    }

    Told takenBack() {
        return new Told(
                source,
                target,
                type,
                code,
                date,
                basis,
                precision,
                publisher,
                article,
                published,
                version + 1,
                fingerprint,
                confidence,
                modality,
                count,
                counted,
                cue,
                role,
                quote,
                true);
    }

    public EventMention mention() {
        Instant day = published.atTime(9, 0).toInstant(ZoneOffset.UTC);
        return EventMention.newBuilder()
                .setMentionId(ContentId.of(article, type.name(), source, target, date.toString()))
                .setArticleId(article)
                .setContentHash("version " + version)
                .setBodyFingerprint(fingerprint)
                .setPublisher(publisher)
                .setPublishedAt(day)
                .setFetchedAt(day.plusSeconds(60L * version))
                .setEventType(type)
                .setCameoCode(code)
                .setSource(actor(source))
                .setTarget(actor(target))
                .setEventDate(date)
                .setDateBasis(basis)
                .setDatePrecision(precision)
                .setCount(count)
                .setCounted(counted)
                .setReciprocal(cue != null)
                .setReciprocityCue(cue)
                .setModality(modality)
                .setConfidence(confidence)
                .setQuote(quote)
                .setQuoteStart(0)
                .setQuoteEnd(quote.length())
                .setWithdrawn(withdrawn)
                .setRuleId("test")
                .setCoderVersion("test")
                .build();
    }

    private Actor actor(String country) {
        return Actor.newBuilder()
                .setCountry(country)
                .setName(country)
                .setRole(role)
                .build();
    }
}
