package io.demarche.streams.coding;

import io.demarche.avro.EventMention;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an article was last coded to.
 *
 * @param version the version that counts; when it was seen last
 * @param publication the publication by which it was dated: of all its versions the earliest that is stated
 * @param text what was coded, to code it anew should an earlier publication come to light; null where it tells of no act
 * @param mentions the mentions that it announced and that stand
 */
public record CodedArticle(
        ArticleVersion version,
        Publication publication,
        @Nullable Text text,
        List<EventMention> mentions) {
    public CodedArticle {
        mentions = List.copyOf(mentions);
    }

    /**
     * What was coded.
     *
     * @param fetchedAt when this text was first fetched
     */
    public record Text(Instant fetchedAt, String publisher, String url, String title, String body) {}

    CodedArticle seenAt(Instant later) {
        return later.isAfter(version.fetchedAt())
                ? new CodedArticle(version.seenAt(later), publication, text, mentions)
                : this;
    }
}
