package io.demarche.coder;

import java.time.Instant;

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
 */
public record Article(
        String articleId,
        String contentHash,
        String publisher,
        String url,
        String title,
        String body,
        Instant publishedAt,
        Instant fetchedAt) {

    /** The same article with another text. */
    Article withText(String otherTitle, String otherBody) {
        return new Article(articleId, contentHash, publisher, url, otherTitle, otherBody, publishedAt, fetchedAt);
    }
}
