package io.demarche.bench;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;

/** How much heap this process has used so far. */
final class HeapPeak {
    private HeapPeak() {}

    /**
     * One line: the sum of the peaks of the heap's pools (an upper bound of the peak of their sum), and what is alive now.
     */
    static String describe() {
        long peak = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                peak += pool.getPeakUsage().getUsed();
            }
        }
        long collections = 0;
        long millis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collections += Math.max(0, collector.getCollectionCount());
            millis += Math.max(0, collector.getCollectionTime());
        }
        System.gc();
        long alive = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return String.format(
                Locale.ROOT,
                "heap: peak %d MB, of which %d MB stay alive; %d collections took %.1f s",
                peak >> 20,
                alive >> 20,
                collections,
                millis / 1e3);
    }
}
