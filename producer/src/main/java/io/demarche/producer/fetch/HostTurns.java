package io.demarche.producer.fetch;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One request at a time for each host. Holds nothing of a host that nobody asks or waits for: strangers name hosts without an end. */
final class HostTurns {
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    private record Turn(Semaphore free, int users) {
        Turn used(int more) {
            return new Turn(free, users + more);
        }
    }

    /** Waits for a host's turn; whether it came before so many nanoseconds had passed. One that came is to be ended. */
    boolean begin(String host, long nanos) throws InterruptedException {
        String name = host.toLowerCase(Locale.ROOT);
        Turn turn = turns.compute(
                name, (key, known) -> known == null ? new Turn(new Semaphore(1, true), 1) : known.used(1));
        boolean begun = false;
        try {
            begun = turn.free().tryAcquire(nanos, TimeUnit.NANOSECONDS);
            return begun;
        } finally {
            if (!begun) {
                leave(name);
            }
        }
    }

    void end(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        turns.get(name).free().release();
        leave(name);
    }

    /** How many hosts are asked or waited for. */
    int hosts() {
        return turns.size();
    }

    private void leave(String name) {
        turns.computeIfPresent(name, (key, turn) -> turn.users() == 1 ? null : turn.used(-1));
    }
}
