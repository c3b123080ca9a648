package io.demarche.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.avro.AlertStatus;
import io.demarche.avro.BilateralTension;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.kafka.TestMark;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.Topics;
import io.demarche.schemas.json.RecordJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands in the topics of events and alerts: the last revision of each event that has evidence and of each alert that is
 * not retracted. Revision numbers are left out: they tell in how many steps a record was announced, not what it says.
 */
final class Standing {
    private final Map<String, ObjectNode> events = new TreeMap<>();
    private final Map<String, ObjectNode> alerts = new TreeMap<>();
    private static final Logger LOG = LoggerFactory.getLogger(Standing.class);

    private LocalDate asOf = LocalDate.MIN;
    private long skipped;

    private Standing() {}

    /** Reads what stands in the topics under a prefix; the consumer is left to its owner to close. */
    static Standing read(Consumer<byte[], byte[]> kafka, String prefix, Map<String, ?> serde) {
        Standing standing = new Standing();
        Map<String, DiplomaticEvent> lastEvents = new TreeMap<>();
        standing.all(kafka, prefix + Topics.DIPLOMATIC_EVENTS.name(), DiplomaticEvent.class, serde)
                .forEach(event -> lastEvents.merge(
                        event.getEventId(), event, (old, now) -> now.getRevision() < old.getRevision() ? old : now));
        Map<String, EscalationAlert> lastAlerts = new TreeMap<>();
        standing.all(kafka, prefix + Topics.ESCALATION_ALERTS.name(), EscalationAlert.class, serde)
                .forEach(alert -> lastAlerts.merge(
                        alert.getAlertId(), alert, (old, now) -> now.getRevision() < old.getRevision() ? old : now));
        standing.all(kafka, prefix + Topics.BILATERAL_TENSION.name(), BilateralTension.class, serde).stream()
                .map(BilateralTension::getAsOfDay)
                .max(Comparator.naturalOrder())
                .ifPresent(day -> standing.asOf = day);
        lastEvents.values().stream()
                .filter(event -> event.getMentions() > 0)
                .forEach(event -> standing.events.put(event.getEventId(), contents(event)));
        lastAlerts.values().stream()
                .filter(alert -> alert.getStatus() != AlertStatus.RETRACTED)
                .forEach(alert -> standing.alerts.put(alert.getAlertId(), contents(alert)));
        return standing;
    }

    private <T extends SpecificRecord> List<T> all(
            Consumer<byte[], byte[]> kafka, String topic, Class<T> type, Map<String, ?> serde) {
        Deserializer<T> values = ValueSerdes.of(type, serde).deserializer();
        boolean isShadow = !Topics.all().stream().anyMatch(live -> live.name().equals(topic));
        List<T> read = new ArrayList<>();
        BoundedReader reader = new BoundedReader(kafka, topic, Optional.empty(), Optional.empty());
        Optional<ConsumerRecord<byte[], byte[]>> next = reader.next();
        while (next.isPresent()) {
            if (isShadow || !TestMark.isOn(next.get().headers())) {
                readable(values, next.get()).ifPresent(read::add);
            }
            next = reader.next();
        }
        return read;
    }

    /** One alien record must not hide what all the others say; an outage of the registry is another matter, and thrown. */
    private <T> Optional<T> readable(Deserializer<T> values, ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(values.deserialize(record.topic(), record.value()));
        } catch (SerializationException e) {
            skipped++;
            LOG.warn(
                    "Left out a record that cannot be read topic={} partition={} offset={} reason={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return Optional.empty();
        }
    }

    /** How many records could not be read. */
    long skipped() {
        return skipped;
    }

    private static ObjectNode contents(SpecificRecord record) {
        ObjectNode json = RecordJson.toNode(record);
        json.remove("revision");
        return json;
    }

    int events() {
        return events.size();
    }

    int alerts() {
        return alerts.size();
    }

    /** The days of what stands. */
    TreeSet<String> days() {
        TreeSet<String> days = new TreeSet<>();
        events.values().forEach(event -> days.add(date("event", event)));
        alerts.values().forEach(alert -> days.add(date("alert", alert)));
        return days;
    }

    /** The latest day up to which a pair was assessed; {@link LocalDate#MIN} where none was. */
    LocalDate asOf() {
        return asOf;
    }

    /**
     * Leaves out what is older than evidence is kept: it stands in the topics because it was announced in its time, and
     * whoever comes later cannot tell it again.
     */
    void keepFrom(LocalDate horizon) {
        events.values().removeIf(event -> day(event, "eventDate").isBefore(horizon));
        alerts.values().removeIf(alert -> day(alert, "episodeStart").isBefore(horizon));
    }

    private static LocalDate day(ObjectNode record, String field) {
        return LocalDate.parse(record.path(field).asText());
    }

    /** Leaves out what happened on days that do not fit. */
    void keep(Predicate<String> day) {
        events.values().removeIf(event -> !day.test(date("event", event)));
        alerts.values().removeIf(alert -> !day.test(date("alert", alert)));
    }

    /** How a shadow run differs from this, events first. */
    List<Difference> differencesOf(Standing shadow) {
        List<Difference> differences = new ArrayList<>(compare("event", events, shadow.events));
        differences.addAll(compare("alert", alerts, shadow.alerts));
        return differences;
    }

    private static List<Difference> compare(
            String record, Map<String, ObjectNode> live, Map<String, ObjectNode> shadow) {
        List<Difference> differences = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>(live.keySet());
        ids.addAll(shadow.keySet());
        for (String id : ids) {
            ObjectNode before = live.get(id);
            ObjectNode now = shadow.get(id);
            if (before == null && now != null) {
                differences.add(difference(Difference.Kind.NEW, record, id, now, List.of()));
            } else if (before != null && now == null) {
                differences.add(difference(Difference.Kind.VANISHED, record, id, before, List.of()));
            } else if (before != null && !before.equals(now)) {
                differences.add(difference(Difference.Kind.CHANGED, record, id, now, changed(before, now)));
            }
        }
        return differences;
    }

    private static List<String> changed(ObjectNode before, ObjectNode now) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> all = union(before, now).fieldNames(); all.hasNext(); ) {
            String name = all.next();
            if (!before.path(name).equals(now.path(name))) {
                names.add(name);
            }
        }
        return names;
    }

    private static ObjectNode union(ObjectNode before, ObjectNode now) {
        ObjectNode both = now.deepCopy();
        both.setAll(before);
        return both;
    }

    private static Difference difference(
            Difference.Kind kind, String record, String id, ObjectNode contents, List<String> fields) {
        return new Difference(
                kind,
                record,
                contents.path("dyad").asText(),
                date(record, contents),
                contents.path(record.equals("event") ? "eventType" : "level").asText(),
                id,
                fields);
    }

    private static String date(String record, ObjectNode contents) {
        return contents.path(record.equals("event") ? "eventDate" : "firedOn").asText();
    }
}
