package io.demarche.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A way for articles to go. */
interface Contender extends AutoCloseable {
    /** Until then the compiler works beside what is measured, the more so the more code there is. */
    Duration WARM_UP = Duration.ofSeconds(10);

    /** Takes the articles to their end; returns when all are there. */
    void take(List<ArticleRecords.Encoded> articles);

    @Override
    void close();

    /**
     * Articles a second, the median of some rounds after {@link #WARM_UP}. What is measured is a burst: from the first
     * article sent until the last has arrived and is committed.
     */
    static double median(Function<ArticleRecords, Contender> open, PipelineCluster cluster, int articles, int rounds) {
        double[] speeds = new double[rounds];
        try (ArticleRecords records = new ArticleRecords(cluster);
                Contender contender = open.apply(records)) {
            for (long start = System.nanoTime(); System.nanoTime() - start < WARM_UP.toNanos(); ) {
                contender.take(records.more(articles));
            }
            for (int round = 0; round < rounds; round++) {
                List<ArticleRecords.Encoded> burst = records.more(articles);
                long start = System.nanoTime();
                contender.take(burst);
                speeds[round] = articles * 1e9 / (System.nanoTime() - start);
            }
        }
        Arrays.sort(speeds);
        return speeds[rounds / 2];
    }
}
