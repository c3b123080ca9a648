package io.demarche.streams;

import org.jspecify.annotations.Nullable;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.WriteBufferManager;

/**
 * One cache and one bound of write buffers for all the stores of an instance. Made when the first store on disk asks for it, so
 * that an instance without such loads no native code; lives as long as the process does, since a store may be closed late.
 */
final class StoreMemory {
    private static final double WRITE_SHARE = 0.35;

    private final long bytes;
    private @Nullable Cache cache;
    private @Nullable WriteBufferManager writeBuffers;

    /**
     * @param bytes for blocks, indexes, filters and write buffers together
     */
    StoreMemory(long bytes) {
        this.bytes = bytes;
    }

    /** Blocks, indexes and filters, and, charged to it, the write buffers. */
    synchronized Cache cache() {
        if (cache == null) {
            cache = new LRUCache(bytes, -1, false, 0.1);
        }
        return cache;
    }

    /** The bound of the write buffers, which are taken from the cache. */
    synchronized WriteBufferManager writeBuffers() {
        if (writeBuffers == null) {
            writeBuffers = new WriteBufferManager((long) (bytes * WRITE_SHARE), cache());
        }
        return writeBuffers;
    }

    /** What one write buffer may hold: no more than a small part of all. */
    long writeBufferBytes() {
        return Math.max(1 << 20, Math.min(8 << 20, bytes / 32));
    }
}
