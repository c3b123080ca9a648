package io.demarche.consumer;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.BilateralTension;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.kafka.TestMark;
import io.demarche.kafka.admin.TopicAdmin;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import io.demarche.schemas.Topics.Topic;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * How every pair of states stands, as the topics of tension, events and alerts hold it now.
 *
 * @param all gravest first, then the one with the latest act
 * @param unreadable records of these topics that could not be read
 */
public record Pairs(List<Pair> all, long unreadable) {
    private static final Comparator<Pair> GRAVEST_FIRST = Comparator.comparing(
                    (Pair pair) -> pair.tension().getLevel())
            .thenComparing(
                    pair -> pair.lastAct().map(DiplomaticEvent::getEventDate).orElse(LocalDate.MIN))
            .reversed()
            .thenComparing(pair -> pair.tension().getDyad());

    private static final Comparator<DiplomaticEvent> BY_DAY = Comparator.comparing(DiplomaticEvent::getEventDate)
            .thenComparing(DiplomaticEvent::getLastReportedAt)
            .thenComparing(DiplomaticEvent::getEventId);

    public Pairs {
        all = List.copyOf(all);
    }

    /**
     * One pair.
     *
     * @param tension its latest reading
     * @param since the day on which the level was reached; empty where no alert says so, as at the lowest level
     * @param lastAct the act that happened last, of those that have evidence
     */
    public record Pair(BilateralTension tension, Optional<LocalDate> since, Optional<DiplomaticEvent> lastAct) {
        /** How far recent hostility must be from what is usual for the pair to be called a change. */
        private static final double NOTABLE = 0.5;

        /** Where it goes: {@code rising}, {@code falling} or {@code steady}, by the surge of the latest reading. */
        public String trend() {
            double surge = tension.getSurge();
            return surge >= NOTABLE ? "rising" : surge <= -NOTABLE ? "falling" : "steady";
        }
    }

    /**
     * Reads the three topics to the ends that they have now, without a group. What a replay made is left out.
     *
     * @param settings of Kafka's client and of the serde: {@code bootstrap.servers} and {@code schema.registry.url} among them
     * @throws DemarcheException where broker or registry do not answer or refuse, or a topic is missing
     */
    public static Pairs read(Map<String, String> settings) {
        try (TopicAdmin topics = TopicAdmin.connect(settings)) {
            topics.requireAll(Topics.BILATERAL_TENSION, Topics.DIPLOMATIC_EVENTS, Topics.ESCALATION_ALERTS);
        }
        Reading reading = new Reading(settings);
        Map<String, BilateralTension> tensions = new TreeMap<>();
        reading.each(
                Topics.BILATERAL_TENSION, BilateralTension.class, tension -> tensions.put(tension.getDyad(), tension));
        Map<String, DiplomaticEvent> events = new HashMap<>();
        reading.each(
                Topics.DIPLOMATIC_EVENTS,
                DiplomaticEvent.class,
                event -> events.merge(
                        event.getEventId(), event, (old, now) -> now.getRevision() < old.getRevision() ? old : now));
        Map<String, EscalationAlert> alerts = new HashMap<>();
        reading.each(
                Topics.ESCALATION_ALERTS,
                EscalationAlert.class,
                alert -> alerts.merge(
                        alert.getAlertId(), alert, (old, now) -> now.getRevision() < old.getRevision() ? old : now));
        List<Pair> pairs = tensions.values().stream()
                .map(tension -> new Pair(tension, since(tension, alerts), lastAct(tension.getDyad(), events)))
                .sorted(GRAVEST_FIRST)
                .toList();
        return new Pairs(pairs, reading.unreadable);
    }

    private static Optional<LocalDate> since(BilateralTension tension, Map<String, EscalationAlert> alerts) {
        return alerts.values().stream()
                .filter(alert -> alert.getDyad().equals(tension.getDyad()))
                .filter(alert -> alert.getLevel() == tension.getLevel())
                .filter(alert -> alert.getStatus() == AlertStatus.FIRING || alert.getStatus() == AlertStatus.UPDATED)
                .map(EscalationAlert::getFiredOn)
                .max(Comparator.naturalOrder());
    }

    private static Optional<DiplomaticEvent> lastAct(String dyad, Map<String, DiplomaticEvent> events) {
        return events.values().stream()
                .filter(event -> Objects.equals(event.getDyad(), dyad) && event.getMentions() > 0)
                .max(BY_DAY);
    }

    /** Reads values, and counts those that are none. */
    private static final class Reading {
        private final Map<String, String> settings;
        private long unreadable;

        Reading(Map<String, String> settings) {
            this.settings = settings;
        }

        <T extends SpecificRecord> void each(Topic topic, Class<T> type, Consumer<T> taken) {
            try (Deserializer<T> values = ValueSerdes.of(type, settings).deserializer()) {
                TopicEnd.read(settings, topic, record -> {
                    if (TestMark.isOn(record.headers())) {
                        return;
                    }
                    try {
                        taken.accept(values.deserialize(record.topic(), record.value()));
                    } catch (SerializationException e) {
                        unreadable++;
                    }
                });
            }
        }
    }
}
