package io.demarche.streams.state;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes the pairs in memory may hold, over all the partitions of an instance. Thread-safe. */
public final class MemoryShare {
    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /**
     * @param most in bytes
     */
    public MemoryShare(long most) {
        this.most = most;
    }

    /** Notes that so many bytes were taken, or, where the number is negative, given back. */
    void took(long bytes) {
        taken.addAndGet(bytes);
    }

    boolean isFull() {
        return taken.get() > most;
    }

    /** The bytes that are held. */
    public long taken() {
        return taken.get();
    }
}
