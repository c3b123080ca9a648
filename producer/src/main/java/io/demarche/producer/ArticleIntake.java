package io.demarche.producer;

import io.demarche.avro.RawArticle;
import io.demarche.producer.clean.ArticleCleaner;
import io.demarche.producer.clean.CleanedText;
import io.demarche.producer.source.ArticleDraft;
import io.demarche.schemas.TrustedRecords;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Makes of a draft the record that goes to {@code raw-articles}: cleaned, identified, with times in whole milliseconds.
 * Thread-safe where its clock is.
 */
public final class ArticleIntake {
    private final ArticleCleaner cleaner;
    private final InstantSource clock;

    /**
     * @param cleaner what takes away what is not the article
     * @param clock tells when an article was fetched that does not say so itself
     */
    public ArticleIntake(ArticleCleaner cleaner, InstantSource clock) {
        TrustedRecords.declare();
        this.cleaner = cleaner;
        this.clock = clock;
    }

    /** An intake with the bundled cleaning rules. */
    public static ArticleIntake withBundledRules(InstantSource clock) {
        return new ArticleIntake(ArticleCleaner.load(), clock);
    }

    /** The article of a draft; empty where cleaning leaves no text. */
    public Optional<RawArticle> article(ArticleDraft draft) {
        CleanedText text = cleaner.clean(draft.title(), draft.body());
        if (text.body().isEmpty()) {
            return Optional.empty();
        }
        Instant fetched = draft.fetchedAt() == null ? clock.instant() : draft.fetchedAt();
        return Optional.of(RawArticle.newBuilder()
                .setArticleId(ArticleIdentity.articleId(draft, text))
                .setContentHash(ArticleIdentity.contentHash(text))
                .setPublisher(draft.publisher())
                .setUrl(draft.url())
                .setTitle(text.title())
                .setBody(text.body())
                .setLanguage(draft.language())
                .setPublishedAt(draft.publishedAt().truncatedTo(ChronoUnit.MILLIS))
                .setPublishedAtBasis(draft.basis())
                .setFetchedAt(fetched.truncatedTo(ChronoUnit.MILLIS))
                .setTruncated(text.truncated())
                .build());
    }
}
