package io.demarche.producer.feed;

import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Rejection.Reason;
import io.demarche.producer.source.SourceItem;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What feeds hold now, as a source like files: without a memory, for a look. */
public final class FeedSource implements ArticleSource {
    private final FeedCheck check;
    private final InstantSource clock;
    private final Deque<String> feeds;
    private final Deque<SourceItem> items = new ArrayDeque<>();

    public FeedSource(FeedCheck check, List<String> feeds, InstantSource clock) {
        this.check = check;
        this.feeds = new ArrayDeque<>(feeds);
        this.clock = clock;
    }

    @Override
    public Optional<SourceItem> next() {
        while (items.isEmpty() && !feeds.isEmpty()) {
            String feed = feeds.remove();
            CheckResult result = check.check(FeedCheck.unread(feed, clock.instant()));
            items.addAll(result.articles());
            if (result.outcome() != CheckResult.Outcome.READ) {
                String why = result.outcome() == CheckResult.Outcome.PAUSED
                        ? "its domain asked to be left alone"
                        : result.state().getLastFailure();
                items.add(new Rejection(feed, Reason.UNREADABLE, why));
            }
        }
        return Optional.ofNullable(items.poll());
    }

    @Override
    public void close() {
        feeds.clear();
        items.clear();
    }
}
