package io.demarche.producer.feed;

import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Rejection.Reason;
import io.demarche.producer.source.SourceItem;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What feeds hold now, or files that were saved of some, as a source like others: without a memory, for a look. */
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

    /** Whether somebody named no address but a file. */
    public static boolean isFile(String feed) {
        return !feed.regionMatches(true, 0, "http://", 0, 7) && !feed.regionMatches(true, 0, "https://", 0, 8);
    }

    @Override
    public Optional<SourceItem> next() {
        while (items.isEmpty() && !feeds.isEmpty()) {
            String feed = feeds.remove();
            CheckResult result =
                    isFile(feed) ? check.look(Path.of(feed)) : check.check(FeedCheck.unread(feed, clock.instant()));
            items.addAll(result.articles());
            if (result.left() > 0) {
                items.add(new Rejection(
                        feed,
                        Reason.UNREADABLE,
                        "reading the pages behind items takes too long; items left: " + result.left()));
            }
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
