package io.demarche.cli.demo;

import io.demarche.avro.DiplomaticEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was found where no alert came of it, and why none did.
 *
 * @param events acts that have evidence
 * @param minimumBelief from which confidence on an act counts
 */
record FoundActs(List<DiplomaticEvent> events, double minimumBelief) {
    FoundActs {
        events = List.copyOf(events);
    }

    /** One line for a person: {@code 3 events of 2 pairs, none counts: 2 told as history, 1 believed below 0.85}. */
    String line() {
        if (events.isEmpty()) {
            return "no act of one state toward another";
        }
        Map<String, Long> reasons = new LinkedHashMap<>();
        reason(
                reasons,
                "told as history",
                events.stream().filter(DiplomaticEvent::getHistorical).count());
        reason(
                reasons,
                String.format(Locale.ROOT, "believed below %.2f (a second publisher would help)", minimumBelief),
                events.stream()
                        .filter(event -> !event.getHistorical() && !isBelieved(event))
                        .count());
        reason(
                reasons,
                "of a kind that raises no alert by itself",
                events.stream()
                        .filter(event -> !event.getHistorical() && isBelieved(event))
                        .count());
        long pairs = events.stream().map(DiplomaticEvent::getDyad).distinct().count();
        return counted(events.size(), "event") + " of " + counted(pairs, "pair") + ", none counts: "
                + reasons.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    private boolean isBelieved(DiplomaticEvent event) {
        return event.getConfidence() >= minimumBelief;
    }

    private static void reason(Map<String, Long> reasons, String words, long events) {
        if (events > 0) {
            reasons.put(words, events);
        }
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
