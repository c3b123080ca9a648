package io.demarche.streams.coding;

import io.demarche.avro.RawArticle;
import io.demarche.schemas.ContentId;
import java.time.Instant;
import java.util.Comparator;

/**
 * One version of an article. Versions are ordered by the time they were fetched; of versions fetched at the same time, the
 * hashes decide, so that the order is total and the same everywhere.
 *
 * @param fetchedAt when it was fetched, to the millisecond
 * @param contentHash hash of title and body
 * @param fingerprint hash of everything that the coding depends on but the time of publication
 */
public record ArticleVersion(Instant fetchedAt, String contentHash, String fingerprint)
        implements Comparable<ArticleVersion> {
    private static final Comparator<ArticleVersion> ORDER = Comparator.comparing(ArticleVersion::fetchedAt)
            .thenComparing(ArticleVersion::contentHash)
            .thenComparing(ArticleVersion::fingerprint);

    /** The version that this record is. */
    public static ArticleVersion of(RawArticle article) {
        return new ArticleVersion(
                article.getFetchedAt(),
                article.getContentHash(),
                ContentId.of(
                        article.getContentHash(),
                        article.getPublisher(),
                        article.getUrl() == null ? "" : article.getUrl()));
    }

    /** Whether the other version says the same. */
    public boolean saysTheSameAs(ArticleVersion other) {
        return fingerprint.equals(other.fingerprint);
    }

    /** This version, seen again at a later time. */
    public ArticleVersion seenAt(Instant later) {
        return new ArticleVersion(later, contentHash, fingerprint);
    }

    @Override
    public int compareTo(ArticleVersion other) {
        return ORDER.compare(this, other);
    }
}
