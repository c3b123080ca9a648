package io.demarche.streams;

import io.demarche.streams.state.MemoryShare;

/**
 * How the memory that an instance may take is shared out: the Java heap has what the virtual machine was told, code and
 * buffers have a fixed part, the stores on disk have the rest for their caches. Within the heap the pairs that are followed
 * have their part.
 *
 * @param followedBytes what pairs may hold on the heap
 * @param storeBytes what the stores may hold outside of it
 */
record MemoryPlan(long followedBytes, long storeBytes) {
    private static final long MB = 1 << 20;
    /** Code, threads, and Kafka's and the compiler's buffers, as measured by {@code bench/state}. */
    private static final long FIXED_BYTES = 200 * MB;

    private static final long LEAST_STORE_BYTES = 32 * MB;
    private static final double FOLLOWED_SHARE = 0.3;

    static MemoryPlan of(StreamsSettings settings) {
        return of(settings.memoryMb() * MB, Runtime.getRuntime().maxMemory());
    }

    /**
     * @param all what the instance may take
     * @param maxHeap what the heap may grow to; where that is more than all, half of all is reckoned with
     */
    static MemoryPlan of(long all, long maxHeap) {
        long heap = Math.min(maxHeap, Math.max(all / 2, all - FIXED_BYTES - LEAST_STORE_BYTES));
        long stores = Math.max(LEAST_STORE_BYTES, all - FIXED_BYTES - heap);
        return new MemoryPlan((long) (heap * FOLLOWED_SHARE), stores);
    }

    MemoryShare followedDyads() {
        return new MemoryShare(followedBytes);
    }
}
