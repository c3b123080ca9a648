package io.demarche.streams.state;

import io.demarche.schemas.Dyad;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The day that has come, for one partition, by the data's own clock: the latest tick; before any tick, the latest publication
 * day. Also the register of the partition's dyads, with the latest publication day of each.
 */
public final class DayClock {
    private static final String TICK = "tick";
    private static final String PUBLISHED = "published";
    private static final String HORIZON = "horizon";
    private static final String DYAD = "dyad/";
    private static final String BEHIND_DYADS = "dyad0";

    private final KeyValueStore<String, Long> store;

    public DayClock(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    /** The as-of day; empty before the first tick and mention. */
    public Optional<LocalDate> asOf() {
        LocalDate tick = day(TICK);
        return Optional.ofNullable(tick == null ? day(PUBLISHED) : tick);
    }

    /** Takes a tick; true where the as-of day advanced by it. A day that has come already changes nothing. */
    public boolean tick(LocalDate day) {
        return asOf().filter(known -> !day.isAfter(known)).isEmpty() && advance(TICK, day);
    }

    /** Whether a publication on this day would change the as-of day. */
    public boolean isNews(LocalDate day) {
        LocalDate latest = day(PUBLISHED);
        return day(TICK) == null && (latest == null || day.isAfter(latest));
    }

    /** Takes a publication day. */
    public void published(LocalDate day) {
        advance(PUBLISHED, day);
    }

    /** Registers a dyad with a publication day of one of its mentions. */
    public void register(Dyad dyad, LocalDate publicationDay) {
        advance(DYAD + dyad, publicationDay);
    }

    /** Strikes a dyad off the register. */
    public void forget(Dyad dyad) {
        store.delete(DYAD + dyad);
    }

    /** The partition's dyads, by name. */
    public List<Dyad> dyads() {
        List<Dyad> dyads = new ArrayList<>();
        try (KeyValueIterator<String, Long> entries = store.range(DYAD, BEHIND_DYADS)) {
            while (entries.hasNext()) {
                dyads.add(Dyad.parse(entries.next().key.substring(DYAD.length())));
            }
        }
        return dyads;
    }

    /** The latest publication day of a dyad's mentions; empty where it is not registered. */
    public Optional<LocalDate> lastPublished(Dyad dyad) {
        return Optional.ofNullable(day(DYAD + dyad));
    }

    /** The day before which mentions are late; empty while none are. */
    public Optional<LocalDate> horizon() {
        return Optional.ofNullable(day(HORIZON));
    }

    /** Moves the horizon on; it never goes back. */
    public void horizon(LocalDate day) {
        advance(HORIZON, day);
    }

    private boolean advance(String key, LocalDate day) {
        LocalDate known = day(key);
        if (known != null && !day.isAfter(known)) {
            return false;
        }
        store.put(key, day.toEpochDay());
        return true;
    }

    private @Nullable LocalDate day(String key) {
        Long day = store.get(key);
        return day == null ? null : LocalDate.ofEpochDay(day);
    }
}
