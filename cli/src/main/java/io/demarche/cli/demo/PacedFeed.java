package io.demarche.cli.demo;

import io.demarche.producer.ArticleProducer;
import io.demarche.producer.RunListener;
import io.demarche.producer.RunOptions;
import io.demarche.producer.RunSummary;
import io.demarche.producer.source.ArticleDraft;
import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.SourceItem;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends articles a day of publication at a time, and each day only when the one before has come out at the other end. Sent
 * at once, years of news arrive within a second and in any order; the alerts that stand in the end are the same, but on
 * the way there are ones that later news of an earlier day takes back. Days come as they came in life, and so do alerts.
 */
final class PacedFeed {
    private static final int MOST_AT_ONCE = 1_000;

    private final ArticleProducer producer;
    private final RunOptions options;
    private final RunListener listener;
    private final Runnable untilCaughtUp;

    /**
     * @param untilCaughtUp returns when everything that was sent has come out
     */
    PacedFeed(ArticleProducer producer, RunOptions options, RunListener listener, Runnable untilCaughtUp) {
        this.producer = producer;
        this.options = options;
        this.listener = listener;
        this.untilCaughtUp = untilCaughtUp;
    }

    /** Sends all articles of the source, in its order, and closes it. An article of an earlier day makes nobody wait. */
    RunSummary send(ArticleSource source) {
        RunSummary total = RunSummary.nothing();
        LocalDate newest = LocalDate.MIN;
        List<SourceItem> batch = new ArrayList<>();
        try (source) {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                LocalDate day = day(item.get(), newest);
                boolean advances = day.isAfter(newest);
                if (!batch.isEmpty() && (advances || batch.size() == MOST_AT_ONCE)) {
                    total = total.plus(sent(batch));
                    if (advances) {
                        untilCaughtUp.run();
                    }
                    batch.clear();
                }
                newest = advances ? day : newest;
                batch.add(item.get());
            }
        }
        return batch.isEmpty() ? total : total.plus(sent(batch));
    }

    private RunSummary sent(List<SourceItem> batch) {
        return producer.run(ArticleSource.of(batch), options, listener);
    }

    private static LocalDate day(SourceItem item, LocalDate otherwise) {
        return item instanceof ArticleDraft draft
                ? LocalDate.ofInstant(draft.publishedAt(), ZoneOffset.UTC)
                : otherwise;
    }
}
