package io.demarche.streams.state;

import io.demarche.avro.BilateralTension;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.schemas.Dyad;
import io.demarche.tension.Announced;
import io.demarche.tension.Announcements.Due;
import io.demarche.tension.Following.Findings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The evidence on each dyad of one partition, and what was announced on the strength of it. */
public final class DyadLedger {
    private final KeyValueStore<String, byte[]> mentions;
    private final KeyValueStore<String, byte[]> announced;
    private final RecordCodecs codecs;

    public DyadLedger(
            KeyValueStore<String, byte[]> mentions, KeyValueStore<String, byte[]> announced, RecordCodecs codecs) {
        this.mentions = mentions;
        this.announced = announced;
        this.codecs = codecs;
    }

    /** The stored version of this mention; null where there is none. */
    public @Nullable EventMention stored(Dyad dyad, EventMention mention) {
        byte[] stored = mentions.get(DyadKeys.mention(dyad, mention));
        return stored == null ? null : codecs.mentions().decode(stored);
    }

    /** The stored form of a mention. */
    public byte[] encode(EventMention mention) {
        return codecs.mentions().encode(mention);
    }

    /** Stores a mention, in the form that {@link #encode(EventMention)} gives it, in the place of an earlier version. */
    public void put(Dyad dyad, EventMention mention, byte[] encoded) {
        mentions.put(DyadKeys.mention(dyad, mention), encoded);
    }

    /** The dyad's mentions, by day, then identity, each with the number of bytes that it takes in the store. */
    public void mentions(Dyad dyad, ObjIntConsumer<EventMention> taker) {
        try (KeyValueIterator<String, byte[]> entries = mentions.range(DyadKeys.from(dyad), DyadKeys.to(dyad))) {
            while (entries.hasNext()) {
                byte[] stored = entries.next().value;
                taker.accept(codecs.mentions().decode(stored), stored.length);
            }
        }
    }

    /** Whether there is any mention of the dyad. */
    public boolean hasMentions(Dyad dyad) {
        try (KeyValueIterator<String, byte[]> entries = mentions.range(DyadKeys.from(dyad), DyadKeys.to(dyad))) {
            return entries.hasNext();
        }
    }

    /** Drops one mention. */
    public void remove(Dyad dyad, EventMention mention) {
        mentions.delete(DyadKeys.mention(dyad, mention));
    }

    /**
     * What was announced of the dyad's reading, and of those events and alerts that may have changed.
     *
     * @param edge where an alert's episode began by this day, all alerts: one may go on from before what is kept
     * @param last what of it is in memory
     */
    public Announced announced(Dyad dyad, Findings findings, LocalDate edge, LastAnnounced last) {
        Map<String, DiplomaticEvent> events = new TreeMap<>();
        for (DiplomaticEvent event : findings.holds().events()) {
            announcedEvent(dyad, event.getEventId(), events);
        }
        findings.gone().forEach(id -> announcedEvent(dyad, id, events));
        List<EscalationAlert> holding = findings.holds().alerts();
        if (holding.stream().anyMatch(alert -> !alert.getEpisodeStart().isAfter(edge))) {
            return announced(dyad, alerts(dyad), events);
        }
        Map<String, EscalationAlert> alerts = new TreeMap<>();
        holding.forEach(alert -> announcedAlert(dyad, alert.getAlertId(), last, alerts));
        findings.goneAlerts().forEach(id -> announcedAlert(dyad, id, last, alerts));
        BilateralTension reading = last.reading();
        return reading == null ? announced(dyad, alerts, events) : new Announced(alerts, events, reading);
    }

    private void announcedAlert(Dyad dyad, String id, LastAnnounced last, Map<String, EscalationAlert> alerts) {
        EscalationAlert known = last.alert(id);
        if (known != null) {
            alerts.put(id, known);
            return;
        }
        byte[] stored = announced.get(DyadKeys.alerts(dyad) + id);
        if (stored != null) {
            alerts.put(id, codecs.alerts().decode(stored));
        }
    }

    private void announcedEvent(Dyad dyad, String id, Map<String, DiplomaticEvent> events) {
        byte[] stored = announced.get(DyadKeys.events(dyad) + id);
        if (stored != null) {
            events.put(id, codecs.events().decode(stored));
        }
    }

    /** What was announced of the dyad so far. */
    public Announced announced(Dyad dyad) {
        Map<String, DiplomaticEvent> events = new TreeMap<>();
        for (DiplomaticEvent event : values(DyadKeys.events(dyad), codecs.events())) {
            events.put(event.getEventId(), event);
        }
        return announced(dyad, alerts(dyad), events);
    }

    private Map<String, EscalationAlert> alerts(Dyad dyad) {
        Map<String, EscalationAlert> alerts = new TreeMap<>();
        for (EscalationAlert alert : values(DyadKeys.alerts(dyad), codecs.alerts())) {
            alerts.put(alert.getAlertId(), alert);
        }
        return alerts;
    }

    private Announced announced(Dyad dyad, Map<String, EscalationAlert> alerts, Map<String, DiplomaticEvent> events) {
        byte[] tension = announced.get(DyadKeys.tension(dyad));
        return new Announced(
                alerts, events, tension == null ? null : codecs.tension().decode(tension));
    }

    /**
     * Encodes what is to be announced. Whatever can fail in it fails here, while no store has changed.
     *
     * @param due the records to announce
     * @param after what will have been announced then; due records that it does not hold are not kept
     * @return the entries for {@link #store}; a null value deletes
     */
    public Map<String, byte @Nullable []> encode(Dyad dyad, Announced before, Due due, Announced after) {
        Map<String, byte @Nullable []> entries = new TreeMap<>();
        codecs.forms().begin();
        for (DiplomaticEvent event : due.events()) {
            if (after.events().containsKey(event.getEventId())) {
                entries.put(
                        DyadKeys.events(dyad) + event.getEventId(),
                        codecs.forms().note(event, codecs.events().encode(event)));
            }
        }
        for (EscalationAlert alert : due.alerts()) {
            if (after.alerts().containsKey(alert.getAlertId())) {
                entries.put(
                        DyadKeys.alerts(dyad) + alert.getAlertId(),
                        codecs.forms().note(alert, codecs.alerts().encode(alert)));
            }
        }
        due.tension()
                .ifPresent(reading -> entries.put(
                        DyadKeys.tension(dyad),
                        codecs.forms().note(reading, codecs.tension().encode(reading))));
        letGo(before.events().keySet(), after.events().keySet(), DyadKeys.events(dyad), entries);
        letGo(before.alerts().keySet(), after.alerts().keySet(), DyadKeys.alerts(dyad), entries);
        return entries;
    }

    /** Stores encoded announcements, each in the place of its last revision. */
    public void store(Map<String, byte @Nullable []> entries) {
        entries.forEach(announced::put);
    }

    /**
     * Drops mentions of acts before a day.
     *
     * @return how many were dropped
     */
    public int evict(Dyad dyad, LocalDate from) {
        List<String> old = keys(mentions, DyadKeys.from(dyad), DyadKeys.day(dyad, from));
        old.forEach(mentions::delete);
        return old.size();
    }

    /** Drops what was announced of a dyad of which no mention is left. */
    public void forget(Dyad dyad) {
        keys(announced, DyadKeys.from(dyad), DyadKeys.to(dyad)).forEach(announced::delete);
    }

    private static void letGo(
            Set<String> before, Set<String> after, String prefix, Map<String, byte @Nullable []> entries) {
        before.stream().filter(id -> !after.contains(id)).forEach(id -> entries.put(prefix + id, null));
    }

    private static List<String> keys(KeyValueStore<String, byte[]> store, String from, String to) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries = store.range(from, to)) {
            while (entries.hasNext()) {
                keys.add(entries.next().key);
            }
        }
        return keys;
    }

    private <T extends SpecificRecord> List<T> values(String prefix, RecordCodec<T> codec) {
        List<T> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries = announced.range(prefix, DyadKeys.behind(prefix))) {
            while (entries.hasNext()) {
                found.add(codec.decode(entries.next().value));
            }
        }
        return found;
    }
}
