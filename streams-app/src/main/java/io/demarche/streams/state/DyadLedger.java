package io.demarche.streams.state;

import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.schemas.Dyad;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
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

    /** The dyad's mentions, by publication day, then identity. */
    public List<EventMention> mentions(Dyad dyad) {
        List<EventMention> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries = mentions.range(DyadKeys.from(dyad), DyadKeys.to(dyad))) {
            while (entries.hasNext()) {
                found.add(codecs.mentions().decode(entries.next().value));
            }
        }
        return found;
    }

    /** As {@link #mentions}, with this one in the place of its stored version. */
    public List<EventMention> mentionsWith(Dyad dyad, EventMention mention) {
        String key = DyadKeys.mention(dyad, mention);
        List<EventMention> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries = mentions.range(DyadKeys.from(dyad), DyadKeys.to(dyad))) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                if (!entry.key.equals(key)) {
                    found.add(codecs.mentions().decode(entry.value));
                }
            }
        }
        found.add(mention);
        return found;
    }

    /** What was announced of the dyad so far. */
    public Announced announced(Dyad dyad) {
        List<DiplomaticEvent> events = values(DyadKeys.event(dyad, ""), codecs.events());
        List<EscalationAlert> alerts = values(DyadKeys.alert(dyad, ""), codecs.alerts());
        return new Announced(
                events,
                Optional.ofNullable(announced.get(DyadKeys.tension(dyad))).map(codecs.tension()::decode),
                alerts);
    }

    /**
     * Encodes announcements for {@link #store}. Whatever can fail in them fails here, while no store has changed.
     *
     * @return the entries by key
     */
    public Map<String, byte[]> encode(Dyad dyad, Announced news) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        news.events()
                .forEach(event -> entries.put(
                        DyadKeys.event(dyad, event.getEventId()),
                        codecs.events().encode(event)));
        news.tension()
                .ifPresent(reading ->
                        entries.put(DyadKeys.tension(dyad), codecs.tension().encode(reading)));
        news.alerts()
                .forEach(alert -> entries.put(
                        DyadKeys.alert(dyad, alert.getAlertId()),
                        codecs.alerts().encode(alert)));
        return entries;
    }

    /** Stores encoded announcements, each in the place of its last revision. */
    public void store(Map<String, byte[]> entries) {
        entries.forEach(announced::put);
    }

    /**
     * Drops mentions published before the horizon, and the announcements that rest on nothing later. Nothing is retracted by
     * it: what was announced then stands.
     *
     * @return how many mentions were dropped
     */
    public int evict(Dyad dyad, LocalDate horizon) {
        List<String> old = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries =
                mentions.range(DyadKeys.from(dyad), DyadKeys.day(dyad, horizon))) {
            while (entries.hasNext()) {
                old.add(entries.next().key);
            }
        }
        old.forEach(mentions::delete);
        Announced known = announced(dyad);
        for (DiplomaticEvent event : known.events()) {
            if (LocalDate.ofInstant(event.getLastReportedAt(), ZoneOffset.UTC).isBefore(horizon)) {
                announced.delete(DyadKeys.event(dyad, event.getEventId()));
            }
        }
        for (EscalationAlert alert : known.alerts()) {
            if (alert.getAsOf().isBefore(horizon)) {
                announced.delete(DyadKeys.alert(dyad, alert.getAlertId()));
            }
        }
        return old.size();
    }

    /** Drops the last reading of a dyad of which nothing else is left. */
    public void forget(Dyad dyad) {
        announced.delete(DyadKeys.tension(dyad));
    }

    private <T extends SpecificRecord> List<T> values(String prefix, RecordCodec<T> codec) {
        List<T> found = new ArrayList<>();
        String to = prefix.substring(0, prefix.length() - 1) + DyadKeys.BEHIND_SLASH;
        try (KeyValueIterator<String, byte[]> entries = announced.range(prefix, to)) {
            while (entries.hasNext()) {
                found.add(codec.decode(entries.next().value));
            }
        }
        return found;
    }
}
