package io.demarche.producer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.LongAdder;

/**
 * What became of articles: {@code demarche_articles_read_total}, {@code …_sent_total}, {@code …_duplicate_total} and
 * {@code …_rejected_total}. Several producers of one process count in the same; it may be bound more than once to one registry.
 */
public final class ArticleFigures implements MeterBinder {
    private final LongAdder read = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder duplicate = new LongAdder();
    private final LongAdder rejected = new LongAdder();

    void add(RunSummary run) {
        add(run.sent(), run.duplicate(), run.rejected());
    }

    void add(long moreSent, long moreDuplicate, long moreRejected) {
        read.add(moreSent + moreDuplicate + moreRejected);
        sent.add(moreSent);
        duplicate.add(moreDuplicate);
        rejected.add(moreRejected);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counter(registry, "read", read);
        counter(registry, "sent", sent);
        counter(registry, "duplicate", duplicate);
        counter(registry, "rejected", rejected);
    }

    private static void counter(MeterRegistry registry, String what, LongAdder count) {
        FunctionCounter.builder("demarche.articles." + what, count, LongAdder::sum)
                .register(registry);
    }
}
