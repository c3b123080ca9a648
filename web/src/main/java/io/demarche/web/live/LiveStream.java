package io.demarche.web.live;

import io.demarche.web.query.ArchiveReader;
import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Server-sent events to all who listen: {@code alert} with the announcement's number as its id, {@code changed} when the
 * archive took in anything, {@code resync} when a client must read anew, {@code away} while the archive does not answer, and a
 * comment each {@value #HEARTBEAT_SECONDS} seconds. A client that comes back names the last id it saw and misses nothing.
 *
 * <p>All that is kept of a client is what it has seen; a slow one falls behind, holds one of a few threads until the server's
 * limit of time cuts it off, and holds up nobody else's memory.
 */
public final class LiveStream implements AutoCloseable {
    private static final int WRITERS = 32;
    private static final int HEARTBEAT_SECONDS = 10;

    private final Announcements announcements;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS, work -> daemon(work, "desk-writer"));
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "desk-heartbeat"));

    public LiveStream(ArchiveReader archive) {
        this.announcements = new Announcements(archive, () -> listeners.forEach(Listener::wake));
        heart.scheduleWithFixedDelay(
                () -> listeners.forEach(Listener::beat), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }
    /**
     * Takes in a client.
     *
     * @param stays whether it may still listen; asked at every beat
     */
    public void accept(SseClient client, BooleanSupplier stays) {
        client.keepAlive();
        Listener listener = new Listener(client, seenBy(client), stays);
        listeners.add(listener);
        client.onClose(() -> listeners.remove(listener));
        listener.wake();
    }

    @Override
    public void close() {
        announcements.close();
        heart.shutdownNow();
        writers.shutdownNow();
        listeners.forEach(listener -> listener.client.close());
    }

    /** The last number that a client says it saw; none for one that is new. */
    private static Optional<Long> seenBy(SseClient client) {
        String header = client.ctx().header("Last-Event-ID");
        String id = header == null ? client.ctx().queryParam("lastEventId") : header;
        try {
            return id == null ? Optional.empty() : Optional.of(Long.parseLong(id.strip()));
        } catch (NumberFormatException e) {
            return Optional.of(Long.MAX_VALUE); // no number of ours: it reads anew
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** One client. */
    private final class Listener {
        private final SseClient client;
        private final BooleanSupplier stays;
        /** How many reasons to write have come up since writing began; above 0, a thread is at it or about to be. */
        private final AtomicInteger due = new AtomicInteger();

        private volatile boolean beat;
        private Optional<Long> seen;
        private long extent = -1;
        private boolean away;

        Listener(SseClient client, Optional<Long> seen, BooleanSupplier stays) {
            this.client = client;
            this.seen = seen;
            this.stays = stays;
        }

        void beat() {
            beat = true;
            wake();
        }

        void wake() {
            if (due.getAndIncrement() == 0 && !writers.isShutdown()) {
                writers.execute(this::write);
            }
        }

        private void write() {
            int reasons;
            do {
                reasons = due.get();
                if (client.terminated()) {
                    listeners.remove(this);
                    return;
                }
                send();
            } while (due.addAndGet(-reasons) > 0);
        }

        private void send() {
            if (beat && !stays.getAsBoolean()) { // logged out, or its session has ended
                listeners.remove(this);
                client.close();
                return;
            }
            if (announcements.isAway()) {
                if (!away) {
                    away = true;
                    client.sendEvent("away", "{}");
                }
            } else {
                sendNews();
            }
            if (beat) {
                beat = false;
                client.sendComment("still here");
            }
        }

        private void sendNews() {
            long now = announcements.number();
            long nowExtent = announcements.extent();
            Optional<List<Announcements.One>> news =
                    seen.isEmpty() ? Optional.empty() : announcements.after(seen.get());
            if (news.isEmpty()) {
                client.sendEvent(seen.isEmpty() ? "hello" : "resync", "{}", Long.toString(now));
                seen = Optional.of(now);
            } else {
                for (Announcements.One one : news.get()) {
                    if (client.terminated()) { // each further try would be a warning in the log
                        return;
                    }
                    client.sendEvent("alert", one.json(), Long.toString(one.number()));
                    seen = Optional.of(one.number());
                }
            }
            if (away || (extent >= 0 && nowExtent != extent)) {
                client.sendEvent("changed", "{}");
            }
            away = false;
            extent = nowExtent;
        }
    }
}
