package io.demarche.producer;

import io.demarche.producer.feed.CheckResult;
import io.demarche.producer.feed.CheckResult.Outcome;

/** Counts of a run over feeds. Guarded by itself: the broker's late refusals come from Kafka's sender thread. */
final class FeedCounts {
    private final int feeds;
    private long checks;
    private long unchanged;
    private long failed;
    private long sent;
    private long known;
    private long rejected;
    private long pagesMissed;

    FeedCounts(int feeds) {
        this.feeds = feeds;
    }

    synchronized void add(CheckResult result) {
        checks += result.outcome() == Outcome.PAUSED ? 0 : 1;
        unchanged += result.outcome() == Outcome.UNCHANGED ? 1 : 0;
        failed += result.outcome() == Outcome.FAILED ? 1 : 0;
        known += result.known();
        pagesMissed += result.pagesMissed();
    }

    synchronized void sent() {
        sent++;
    }

    synchronized void rejected() {
        rejected++;
    }

    synchronized FeedSummary summary() {
        return new FeedSummary(feeds, checks, unchanged, failed, sent, known, rejected, pagesMissed);
    }
}
