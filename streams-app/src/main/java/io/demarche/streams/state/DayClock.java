package io.demarche.streams.state;

import io.demarche.schemas.Dyad;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The day that has come, for one partition, by the data's own clock: the latest day that every partition of the coding stage
 * has passed; before any such, the latest publication day, of those that are stated if there are any. Also what is left to do: of each dyad the day as of
 * which it was assessed last, and the dyads with news that has not been assessed yet.
 *
 * <p>Every record asks for the day, and a few bytes a dyad are little: what is stored is held in memory, too, read once.
 */
public final class DayClock {
    private static final String TICK = "tick";
    private static final String PUBLISHED = "published";
    private static final String GUESSED = "guessed";
    private static final String MARK = "mark/";
    private static final String DYAD = "dyad/";
    private static final String CHANGED = "changed/";
    /** Of a dyad that was never assessed. */
    private static final long NEVER = LocalDate.MIN.toEpochDay();

    private final KeyValueStore<String, Long> store;
    private final TreeMap<String, Long> stored = new TreeMap<>();
    private final int sources;

    /**
     * @param sources how many partitions the coding stage has, each of which marks the days
     */
    public DayClock(KeyValueStore<String, Long> store, int sources) {
        this.store = store;
        this.sources = sources;
        try (KeyValueIterator<String, Long> entries = store.all()) {
            while (entries.hasNext()) {
                var entry = entries.next();
                stored.put(entry.key, entry.value);
            }
        }
    }

    /** The as-of day; empty before the first tick and mention. */
    public Optional<LocalDate> asOf() {
        LocalDate tick = day(TICK);
        LocalDate published = day(PUBLISHED);
        if (tick == null || published == null) {
            return Optional.ofNullable(tick != null ? tick : published != null ? published : day(GUESSED));
        }
        return Optional.of(tick.isAfter(published) ? tick : published);
    }

    /**
     * Takes the mark of one source.
     *
     * @return whether a day has come by it, which is when the last source has marked it
     */
    public boolean mark(String source, LocalDate day) {
        if (!advance(MARK + source, day)) {
            return false;
        }
        LocalDate earliest = day;
        int marked = 0;
        for (long mark : under(MARK).values()) {
            LocalDate other = LocalDate.ofEpochDay(mark);
            earliest = other.isBefore(earliest) ? other : earliest;
            marked++;
        }
        Optional<LocalDate> before = asOf();
        return marked >= sources && advance(TICK, earliest) && !asOf().equals(before);
    }

    /**
     * Takes a publication day.
     *
     * @param stated whether the source states it; what is not stated moves the day only while nothing else is known
     * @return whether the as-of day is another by it
     */
    public boolean published(LocalDate day, boolean stated) {
        Optional<LocalDate> before = asOf();
        if (day(TICK) != null) {
            return false;
        }
        return advance(stated ? PUBLISHED : GUESSED, day) && !asOf().equals(before);
    }

    /** Notes that a dyad has news, and the day of the act that it is of. */
    public void changed(Dyad dyad, LocalDate eventDate) {
        if (!stored.containsKey(DYAD + dyad)) {
            put(DYAD + dyad, NEVER);
        }
        Long known = stored.get(CHANGED + dyad);
        if (known == null || eventDate.toEpochDay() < known) {
            put(CHANGED + dyad, eventDate.toEpochDay());
        }
    }

    /** The earliest day of the news of a dyad that has not been assessed yet; empty where it has none. */
    public Optional<LocalDate> changedFrom(Dyad dyad) {
        return Optional.ofNullable(day(CHANGED + dyad));
    }

    /** Notes that a dyad was assessed with all its news. */
    public void assessed(Dyad dyad, LocalDate asOf) {
        delete(CHANGED + dyad);
        put(DYAD + dyad, asOf.toEpochDay());
    }

    /** Strikes a dyad off. */
    public void forget(Dyad dyad) {
        delete(CHANGED + dyad);
        delete(DYAD + dyad);
    }

    /** The dyads, by name, each with the day as of which it was assessed last. */
    public TreeMap<String, LocalDate> dyads() {
        TreeMap<String, LocalDate> dyads = new TreeMap<>();
        each(DYAD, dyads::put);
        return dyads;
    }

    /** The dyads with news that has not been assessed yet. */
    public TreeMap<String, LocalDate> changed() {
        TreeMap<String, LocalDate> dyads = new TreeMap<>();
        each(CHANGED, dyads::put);
        return dyads;
    }

    private void each(String prefix, BiConsumer<String, LocalDate> taker) {
        under(prefix).forEach((key, day) -> taker.accept(key.substring(prefix.length()), LocalDate.ofEpochDay(day)));
    }

    private SortedMap<String, Long> under(String prefix) {
        return stored.subMap(prefix, DyadKeys.behind(prefix));
    }

    private boolean advance(String key, LocalDate day) {
        LocalDate known = day(key);
        if (known != null && !day.isAfter(known)) {
            return false;
        }
        put(key, day.toEpochDay());
        return true;
    }

    private @Nullable LocalDate day(String key) {
        Long day = stored.get(key);
        return day == null ? null : LocalDate.ofEpochDay(day);
    }

    /** What is stored already is not written again: each write is a record of the changelog. */
    private void put(String key, long day) {
        Long before = stored.get(key);
        if (before == null || before != day) {
            store.put(key, day);
            stored.put(key, day);
        }
    }

    private void delete(String key) {
        if (stored.containsKey(key)) {
            store.delete(key);
            stored.remove(key);
        }
    }
}
