package io.demarche.coder;

import io.demarche.schemas.PublicationDay;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An article as the coder needs it.
 *
 * @param articleId its identity
 * @param contentHash its version
 * @param publisher who published it; empty where unknown
 * @param url where; empty where unknown
 * @param title headline; empty where there is none
 * @param body text; the offsets of quotes point into it
 * @param publishedAt when it was published; anchors relative dates
 * @param fetchedAt when it was fetched; a publication time after it is clamped to it
 * @param publishedAtOffset from UTC where it was published, in minutes: "today" is the publisher's own day
 */
public record Article(
        String articleId,
        String contentHash,
        String publisher,
        String url,
        String title,
        String body,
        Instant publishedAt,
        Instant fetchedAt,
        int publishedAtOffset) {

    /** An article of which no offset is stated: its day is that of UTC. */
    public Article(
            String articleId,
            String contentHash,
            String publisher,
            String url,
            String title,
            String body,
            Instant publishedAt,
            Instant fetchedAt) {
        this(articleId, contentHash, publisher, url, title, body, publishedAt, fetchedAt, 0);
    }

    /** The day on which it was published, the publisher's own; not after it was fetched. */
    public LocalDate publicationDay() {
        return PublicationDay.of(publishedAt.isAfter(fetchedAt) ? fetchedAt : publishedAt, publishedAtOffset);
    }

    /** The same article with another text. */
    Article withText(String otherTitle, String otherBody) {
        return new Article(
                articleId,
                contentHash,
                publisher,
                url,
                otherTitle,
                otherBody,
                publishedAt,
                fetchedAt,
                publishedAtOffset);
    }
}
