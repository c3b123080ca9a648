package io.demarche.producer.source;

import io.demarche.avro.PublishedAtBasis;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article as its source states it, before cleaning.
 *
 * @param where file, or {@code file:line}
 * @param guid the source's own identity of it, unique over all sources; absent where it has none
 * @param url where it was published; absent where unknown
 * @param publisher who published it; empty where unknown
 * @param title headline; empty where there is none
 * @param body text
 * @param language ISO 639-1 code; empty where the source does not say
 * @param publishedAt when it was published
 * @param basis where {@code publishedAt} comes from
 * @param fetchedAt when it was fetched; absent where the source does not say
 * @param remarks what had to be assumed of it
 * @param publishedAtOffset from UTC where it was published, in minutes; 0 where none is stated
 */
public record ArticleDraft(
        String where,
        @Nullable String guid,
        @Nullable String url,
        String publisher,
        String title,
        String body,
        String language,
        Instant publishedAt,
        PublishedAtBasis basis,
        @Nullable Instant fetchedAt,
        Set<Remark> remarks,
        int publishedAtOffset)
        implements SourceItem {
    public ArticleDraft {
        remarks = Set.copyOf(remarks);
    }

    /** An article of which no offset is stated. */
    public ArticleDraft(
            String where,
            @Nullable String guid,
            @Nullable String url,
            String publisher,
            String title,
            String body,
            String language,
            Instant publishedAt,
            PublishedAtBasis basis,
            @Nullable Instant fetchedAt,
            Set<Remark> remarks) {
        this(where, guid, url, publisher, title, body, language, publishedAt, basis, fetchedAt, remarks, 0);
    }

    /** An article of which nothing had to be assumed. */
    public ArticleDraft(
            String where,
            @Nullable String guid,
            @Nullable String url,
            String publisher,
            String title,
            String body,
            String language,
            Instant publishedAt,
            PublishedAtBasis basis,
            @Nullable Instant fetchedAt) {
        this(where, guid, url, publisher, title, body, language, publishedAt, basis, fetchedAt, Set.of());
    }
}
