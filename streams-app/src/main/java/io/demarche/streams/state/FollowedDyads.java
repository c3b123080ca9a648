package io.demarche.streams.state;

import io.demarche.schemas.Dyad;
import io.demarche.tension.Assessor;
import io.demarche.tension.Following;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dyads of a partition that are worked out in memory, so that a mention of one costs no reading of the others. What
 * they hold can always be had again from the stores: the least recently used are let go when there is too much of it, and
 * one that failed is dropped.
 */
public final class FollowedDyads {
    private final Assessor assessor;
    private final int mostMentions;
    private final Map<Dyad, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private int mentions;

    private static final class Entry {
        private final Following following;
        private int mentions;
        private LocalDate asOf;

        Entry(Following following, LocalDate asOf) {
            this.following = following;
            this.asOf = asOf;
        }
    }

    /**
     * An empty collection.
     *
     * @param mostMentions how many mentions may be held in all; the dyad at work is held however many it has
     */
    public FollowedDyads(Assessor assessor, int mostMentions) {
        this.assessor = assessor;
        this.mostMentions = mostMentions;
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

    /** Begins with a dyad. */
    public Following begin(Dyad dyad, LocalDate asOf) {
        drop(dyad);
        Entry entry = new Entry(assessor.follow(dyad), asOf);
        entries.put(dyad, entry);
        return entry.following;
    }

    /** Notes that so many mentions were taken in. */
    public void grew(Dyad dyad, int more) {
        Entry entry = entries.get(dyad);
        if (entry == null) {
            return;
        }
        entry.mentions += more;
        mentions += more;
        Iterator<Map.Entry<Dyad, Entry>> oldest = entries.entrySet().iterator();
        while (mentions > mostMentions && oldest.hasNext()) {
            Map.Entry<Dyad, Entry> next = oldest.next();
            if (!next.getKey().equals(dyad)) {
                mentions -= next.getValue().mentions;
                oldest.remove();
            }
        }
    }

    /** Forgets all. */
    public void clear() {
        entries.clear();
        mentions = 0;
    }

    /** Forgets what is in memory of a dyad. */
    public void drop(Dyad dyad) {
        Entry entry = entries.remove(dyad);
        if (entry != null) {
            mentions -= entry.mentions;
        }
    }
}
