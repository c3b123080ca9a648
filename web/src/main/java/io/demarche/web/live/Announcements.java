package io.demarche.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.demarche.web.query.ArchiveAwayException;
import io.demarche.web.query.ArchiveReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last announcements, kept in memory: one question to the archive serves all who listen. Looks for new ones five times a
 * second. Thread-safe.
 */
final class Announcements implements AutoCloseable {
    /** How many are kept. Who is further behind reads anew. */
    static final int KEPT = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final long LOOK_MS = 200;

    private final ArchiveReader archive;
    private final Runnable told;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "desk-announcements");
        thread.setDaemon(true);
        return thread;
    });
    private final List<One> last = new ArrayList<>();
    private boolean away;
    private long extent;
    private long number;

    /** One announcement with its number, as it is sent. */
    record One(long number, String json) {}

    /**
     * Starts looking.
     *
     * @param told is called when there is something new
     */
    Announcements(ArchiveReader archive, Runnable told) {
        this.archive = archive;
        this.told = told;
        number = Math.max(0, archive.lastNumber() - KEPT);
        extent = archive.extent();
        keep(archive.news(number, KEPT));
        timer.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    /** Those behind a number; empty where some of them are not kept any more, or the number is from another archive. */
    synchronized Optional<List<One>> after(long seen) {
        long first = last.isEmpty() ? number + 1 : last.get(0).number();
        if (seen > number || seen < first - 1) {
            return Optional.empty();
        }
        return Optional.of(last.stream().filter(one -> one.number() > seen).toList());
    }

    /** The number of the last one. */
    synchronized long number() {
        return number;
    }

    /** Grows with every record that is archived. */
    synchronized long extent() {
        return extent;
    }

    /** Whether the archive does not answer. */
    synchronized boolean isAway() {
        return away;
    }

    private void look() {
        try {
            long nowExtent = archive.extent();
            long seen = number();
            ArrayNode news = archive.news(seen, KEPT);
            boolean anew = news.isEmpty() && archive.lastNumber() < seen;
            boolean changed;
            synchronized (this) {
                changed = away || anew || nowExtent != extent || !news.isEmpty();
                away = false;
                extent = nowExtent;
                if (anew) { // the archive was emptied: numbers start again
                    last.clear();
                    number = 0;
                }
                keep(news);
            }
            if (changed) {
                told.run();
            }
        } catch (ArchiveAwayException e) {
            boolean first;
            synchronized (this) {
                first = !away;
                away = true;
            }
            if (first) {
                LOG.warn("The archive does not answer, asking again reason={}", e.getMessage());
                told.run();
            }
        } catch (RuntimeException e) {
            LOG.error("Looking for announcements failed", e); // the timer would stop without a word
        }
    }

    private synchronized void keep(ArrayNode news) {
        for (JsonNode one : news) {
            number = one.path("seq").longValue();
            last.add(new One(number, one.toString()));
        }
        if (last.size() > KEPT) {
            last.subList(0, last.size() - KEPT).clear();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
