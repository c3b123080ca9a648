package io.demarche.streams.state;

import io.demarche.schemas.Dyad;
import io.demarche.tension.Assessor;
import io.demarche.tension.Following;
import io.demarche.tension.verdicts.Judgements;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dyads of a partition that are worked out in memory, so that a mention of one costs no reading of the others. What
 * they hold can always be had again from the stores: the least recently used are let go when all the partitions of the
 * instance together hold too much, and one that failed is dropped.
 */
public final class FollowedDyads implements AutoCloseable {
    private final Assessor assessor;
    private final MemoryShare memory;
    private final Map<Dyad, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    private static final class Entry {
        private final Following following;
        private final LastAnnounced announced = new LastAnnounced();
        private long bytes;
        private LocalDate asOf;
        private LocalDate earliest = LocalDate.MAX;

        Entry(Following following, LocalDate asOf) {
            this.following = following;
            this.asOf = asOf;
        }
    }

    /**
     * An empty collection.
     *
     * @param memory how much may be held in all; the dyad at work is held however much it is
     */
    public FollowedDyads(Assessor assessor, MemoryShare memory) {
        this.assessor = assessor;
        this.memory = memory;
    }

    /** The dyad as it was left; null where it is not in memory. */
    public @Nullable Following peek(Dyad dyad) {
        Entry entry = entries.get(dyad);
        return entry == null ? null : entry.following;
    }

    /** The dyad as it was left; null where it has to be read first: days do not go back in memory. */
    public @Nullable Following get(Dyad dyad, LocalDate asOf) {
        Entry entry = entries.get(dyad);
        if (entry == null || asOf.isBefore(entry.asOf)) {
            return null;
        }
        entry.asOf = asOf;
        return entry.following;
    }

    /** What was announced last of a dyad; null where it is not in memory. */
    public @Nullable LastAnnounced announced(Dyad dyad) {
        Entry entry = entries.get(dyad);
        return entry == null ? null : entry.announced;
    }

    /** Begins with a dyad, in the light of what analysts say: another verdict is another beginning. */
    public Following begin(Dyad dyad, Judgements judgements, LocalDate asOf) {
        drop(dyad);
        Entry entry = new Entry(assessor.follow(dyad, judgements), asOf);
        entries.put(dyad, entry);
        return entry.following;
    }

    /** Whether it is known of a dyad that it has no mention from before a day. */
    public boolean hasNothingBefore(Dyad dyad, LocalDate day) {
        Entry entry = entries.get(dyad);
        return entry != null && !entry.earliest.isBefore(day);
    }

    /** Notes that a dyad has no mention from before a day any more. */
    public void letGoBefore(Dyad dyad, LocalDate day) {
        Entry entry = entries.get(dyad);
        if (entry != null && entry.earliest.isBefore(day)) {
            entry.earliest = day;
        }
    }

    /** Notes that a dyad holds a mention more, of that day, and with it about so many bytes. */
    public void grew(Dyad dyad, LocalDate actDay, long bytes) {
        Entry entry = entries.get(dyad);
        if (entry == null) {
            return;
        }
        entry.earliest = actDay.isBefore(entry.earliest) ? actDay : entry.earliest;
        entry.bytes += bytes;
        memory.took(bytes);
        while (memory.isFull() && entries.size() > 1) {
            Dyad oldest = entries.keySet().iterator().next();
            if (oldest.equals(dyad)) {
                entries.get(oldest); // the one at work becomes the latest used
                oldest = entries.keySet().iterator().next();
            }
            drop(oldest);
        }
    }

    /** Forgets all. */
    public void clear() {
        entries.values().forEach(entry -> memory.took(-entry.bytes));
        entries.clear();
    }

    /** Forgets what is in memory of a dyad. */
    public void drop(Dyad dyad) {
        Entry entry = entries.remove(dyad);
        if (entry != null) {
            memory.took(-entry.bytes);
        }
    }

    @Override
    public void close() {
        clear();
    }
}
