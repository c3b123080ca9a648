package io.demarche.producer;

import io.demarche.avro.RawArticle;
import io.demarche.producer.clean.ArticleCleaner;
import io.demarche.producer.clean.CleanedText;
import io.demarche.producer.source.ArticleDraft;
import io.demarche.schemas.TrustedRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes of a draft the record that goes to {@code raw-articles}: cleaned, identified, with times in whole milliseconds.
 * Thread-safe where its clock is. Whoever codes articles without a broker takes them in here as well, so that they bear the same names.
 */
public final class ArticleIntake {
    /** How much a fetcher's clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final ArticleCleaner cleaner;
    private final Function<ArticleDraft, Instant> fetchTime;

    private ArticleIntake(ArticleCleaner cleaner, Function<ArticleDraft, Instant> fetchTime) {
        TrustedRecords.declare();
        this.cleaner = cleaner;
        this.fetchTime = fetchTime;
    }

    /**
     * An intake with the bundled cleaning rules.
     *
     * @param clock tells when an article was fetched that does not say so itself, or names a day that has not come: under such a
     *     time it would count as newer than all its corrections
     */
    public static ArticleIntake withBundledRules(InstantSource clock) {
        return new ArticleIntake(ArticleCleaner.load(), draft -> {
            Instant now = clock.instant();
            Instant stated = draft.fetchedAt();
            return stated == null || stated.isAfter(now.plus(AHEAD)) ? now : stated;
        });
    }

    /**
     * The same without a clock: an article that does not say when it was fetched was fetched when it was published, so that the
     * same text makes the same record at any time.
     */
    public static ArticleIntake withoutClock() {
        return new ArticleIntake(
                ArticleCleaner.load(), draft -> draft.fetchedAt() == null ? draft.publishedAt() : draft.fetchedAt());
    }

    /** The article of a draft; empty where cleaning leaves no text. */
    public Optional<RawArticle> article(ArticleDraft draft) {
        CleanedText text = cleaner.clean(draft.title(), draft.body());
        if (text.body().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(RawArticle.newBuilder()
                .setArticleId(ArticleIdentity.articleId(draft, text))
                .setContentHash(ArticleIdentity.contentHash(text))
                .setPublisher(cleaner.oneLine(draft.publisher()))
                .setUrl(draft.url())
                .setTitle(text.title())
                .setBody(text.body())
                .setLanguage(draft.language())
                .setPublishedAt(draft.publishedAt().truncatedTo(ChronoUnit.MILLIS))
                .setPublishedAtBasis(draft.basis())
                .setFetchedAt(fetchTime.apply(draft).truncatedTo(ChronoUnit.MILLIS))
                .setTruncated(text.truncated())
                .build());
    }
}
