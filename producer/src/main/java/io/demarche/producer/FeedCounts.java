package io.demarche.producer;

import io.demarche.producer.feed.CheckResult;
import io.demarche.producer.feed.CheckResult.Outcome;
import java.util.List;

/** Counts of what a run over feeds has committed. Used by one thread. */
final class FeedCounts {
    private final int feeds;
    private long checks;
    private long unchanged;
    private long failed;
    private long sent;
    private long known;
    private long rejected;
    private long pagesMissed;
    private long left;

    FeedCounts(int feeds) {
        this.feeds = feeds;
    }

    void add(List<CheckResult> results, FeedTransaction.Sent committed) {
        for (CheckResult result : results) {
            checks += result.outcome() == Outcome.PAUSED ? 0 : 1;
            unchanged += result.outcome() == Outcome.UNCHANGED ? 1 : 0;
            failed += result.outcome() == Outcome.FAILED ? 1 : 0;
            known += result.known();
            pagesMissed += result.pagesMissed();
            left += result.left();
        }
        sent += committed.sent();
        rejected += committed.rejected();
    }

    FeedSummary summary() {
        return new FeedSummary(feeds, checks, unchanged, failed, sent, known, rejected, pagesMissed, left);
    }
}
