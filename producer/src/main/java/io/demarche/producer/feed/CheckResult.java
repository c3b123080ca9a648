package io.demarche.producer.feed;

import io.demarche.avro.SourceState;
import io.demarche.producer.fetch.Trouble;
import io.demarche.producer.source.ArticleDraft;
import java.util.List;
import java.util.Optional;

/**
 * What came of a check.
 *
 * @param before what was known of the feed
 * @param state what to remember of the feed from now on
 * @param outcome in a word
 * @param articles items that are new or corrected, the oldest first as feeds have them
 * @param known items that were sent before as they are
 * @param trouble why it failed; empty where it did not
 * @param pagesMissed pages behind teasers that could not be had, so that the teaser stands for the article
 * @param left items that are left to the next check, since reading the pages behind them takes too long
 */
public record CheckResult(
        SourceState before,
        SourceState state,
        Outcome outcome,
        List<ArticleDraft> articles,
        int known,
        Optional<Trouble> trouble,
        int pagesMissed,
        int left) {

    /** What a check can end in. */
    public enum Outcome {
        /** The feed gave its content. */
        READ,
        /** It said that nothing is new. */
        UNCHANGED,
        /** It failed, or is gone for good. */
        FAILED,
        /** It was not asked, since its domain asked to be left alone. */
        PAUSED
    }

    public CheckResult {
        articles = List.copyOf(articles);
    }

    /** A check that gave nothing. */
    static CheckResult without(SourceState before, SourceState state, Outcome outcome, Optional<Trouble> trouble) {
        return new CheckResult(before, state, outcome, List.of(), 0, trouble, 0, 0);
    }

    /** Roughly how many characters it holds. */
    long weight() {
        return articles.stream().mapToLong(article -> article.body().length()).sum();
    }
}
