package io.demarche.producer.agency;

import io.demarche.avro.PublishedAtBasis;
import io.demarche.producer.date.StatedDate;
import io.demarche.producer.source.ArticleDraft;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Rejection.Reason;
import io.demarche.producer.source.SourceItem;
import io.demarche.producer.stated.StatedLanguage;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An item of an agency.
 *
 * @param guid that all its versions have; unique over agencies, as IPTC asks
 * @param status usable, withheld or canceled; empty where none is stated, which means usable
 * @param embargo until when nobody may publish it
 * @param embargoUnreadable whether it is under an embargo that does not say until when, or not so that we can read it
 * @param url of its page
 * @param publisher who sent it; empty where it does not say
 * @param title headline
 * @param body plain text
 * @param language as stated
 * @param first when its first version was made
 * @param version when this one was
 */
record AgencyItem(
        String guid,
        String status,
        Optional<StatedDate> embargo,
        boolean embargoUnreadable,
        Optional<String> url,
        String publisher,
        String title,
        String body,
        Optional<String> language,
        Optional<StatedDate> first,
        Optional<StatedDate> version) {
    /** A text in which nobody does anything: as a correction it takes back all that the article said. */
    private static final String WITHDRAWN = "Withdrawn by its publisher.";

    /** The article, or why there is none to send. */
    SourceItem item(String where, Instant now) {
        if (status.equals("withheld")) {
            return new Rejection(where, Reason.HELD_BACK, "withheld by the agency");
        }
        if (embargoUnreadable) {
            return new Rejection(where, Reason.HELD_BACK, "under an embargo whose end cannot be read");
        }
        if (embargo.filter(until -> until.instant().isAfter(now)).isPresent()) {
            return new Rejection(
                    where,
                    Reason.HELD_BACK,
                    "under an embargo until " + embargo.get().iso());
        }
        boolean canceled = status.equals("canceled") || status.equals("cancelled");
        if (!canceled && body.isBlank()) {
            return new Rejection(where, Reason.NO_TEXT, "no text in it");
        }
        Optional<StatedDate> published = first.or(() -> version);
        if (published.isEmpty()) {
            return new Rejection(where, Reason.BAD_DATE, "neither a first nor a present version is dated");
        }
        // The version's time orders the versions: a later one is a correction, in whatever order they come.
        Instant fetched = version.orElse(published.get()).instant();
        return new ArticleDraft(
                where,
                guid,
                url.orElse(null),
                publisher,
                canceled ? "" : title,
                canceled ? WITHDRAWN : body,
                language.flatMap(StatedLanguage::of).orElse(""),
                published.get().instant(),
                PublishedAtBasis.STATED,
                fetched,
                Set.of(),
                published.get().offsetMinutes());
    }
}
