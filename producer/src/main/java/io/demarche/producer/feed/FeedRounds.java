package io.demarche.producer.feed;

import io.demarche.avro.SourceState;
import io.demarche.avro.SourceStatus;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Checks feeds when they are due, several at a time, one at a time of each host. A feed is checked again only after its last result
 * was settled. Used by one thread, besides its own.
 */
public final class FeedRounds implements AutoCloseable {
    private static final int MOST_AT_ONCE = 64;
    /** Characters that one transaction takes, beyond its last result. */
    private static final long HEAVY = 4_000_000;

    /** Results that may wait: where they are not taken in time, no further feeds are read. */
    private static final int WAITING = 16;

    private final FeedCheck check;
    private final boolean once;
    private final InstantSource clock;
    private final ExecutorService threads;
    private final PriorityQueue<SourceState> due =
            new PriorityQueue<>(Comparator.comparing(SourceState::getNextCheck).thenComparing(SourceState::getSource));
    /** Feeds that are due while their host is busy; a host is busy as long as it has an entry. */
    private final Map<String, Deque<SourceState>> busy = new HashMap<>();

    private final BlockingQueue<CheckResult> results = new LinkedBlockingQueue<>(WAITING);
    private int open;

    /**
     * @param once whether each feed is checked once, now; else they are when they are due, without an end
     * @param threads that check
     */
    public FeedRounds(FeedCheck check, Collection<SourceState> feeds, boolean once, int threads, InstantSource clock) {
        this.check = check;
        this.once = once;
        this.clock = clock;
        this.threads = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "demarche-feeds");
            thread.setDaemon(true);
            return thread;
        });
        feeds.stream().filter(feed -> feed.getStatus() != SourceStatus.RETIRED).forEach(due::add);
    }

    /** Whether nothing is left to check, or to settle. */
    public boolean isDone() {
        return open == 0 && due.isEmpty();
    }

    /**
     * Starts what is due, and waits for results.
     *
     * @param patience how long, where there are none
     */
    public List<CheckResult> next(Duration patience) throws InterruptedException {
        Instant now = clock.instant();
        SourceState feed = due.peek();
        while (feed != null && isDue(feed, now)) {
            due.poll();
            open++;
            start(feed);
            feed = due.peek();
        }
        List<CheckResult> some = new ArrayList<>();
        CheckResult first = results.poll(wait(feed, now, patience), TimeUnit.MILLISECONDS);
        long weight = 0;
        for (CheckResult one = first; one != null; one = more(some, weight)) {
            some.add(one);
            weight += one.weight();
        }
        return some;
    }

    private @Nullable CheckResult more(List<CheckResult> some, long weight) {
        return some.size() < MOST_AT_ONCE && weight < HEAVY ? results.poll() : null;
    }

    private long wait(@Nullable SourceState next, Instant now, Duration patience) {
        long untilDue = next == null
                ? Long.MAX_VALUE
                : Duration.between(now, next.getNextCheck()).toMillis();
        return Math.max(1, Math.min(patience.toMillis(), untilDue));
    }

    /** Whoever asks for one check means now. */
    private boolean isDue(SourceState feed, Instant now) {
        return once || !feed.getNextCheck().isAfter(now);
    }

    private void start(SourceState feed) {
        Deque<SourceState> waiting = busy.get(host(feed));
        if (waiting == null) {
            busy.put(host(feed), new ArrayDeque<>());
            run(feed);
        } else {
            waiting.add(feed);
        }
    }

    private void run(SourceState feed) {
        threads.execute(() -> {
            try {
                results.put(check.check(feed));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // closed: nobody waits for the result
            }
        });
    }

    /** The result is kept for good: the next feed of the host may be checked, and this one when it is due again. */
    public void settled(CheckResult result) {
        open--;
        SourceState feed = result.state();
        String host = host(result.before());
        Deque<SourceState> waiting = busy.get(host);
        SourceState next = waiting == null ? null : waiting.poll();
        if (next == null) {
            busy.remove(host);
        } else {
            run(next);
        }
        if (!once && feed.getStatus() != SourceStatus.RETIRED) {
            due.add(feed);
        }
    }

    private static String host(SourceState feed) {
        try {
            return String.valueOf(URI.create(feed.getAddress()).getHost()).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return feed.getAddress();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
