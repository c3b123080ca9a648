package io.demarche.cli;

import io.demarche.avro.DiplomaticEvent;
import io.demarche.consumer.Pairs.Pair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How pairs of states stand, as a table for a person. */
final class PairTable {
    private static final String ROW = "%-8s %-13s %-10s %-52s %s";

    private PairTable() {}

    /** A head, and a line for each pair. */
    static List<String> lines(List<Pair> pairs) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, ROW, "PAIR", "LEVEL", "SINCE", "LAST ACT", "TREND"));
        pairs.forEach(pair -> lines.add(row(pair)));
        return lines;
    }

    private static String row(Pair pair) {
        return String.format(
                Locale.ROOT,
                ROW,
                pair.tension().getDyad(),
                pair.tension().getLevel(),
                pair.since().map(LocalDate::toString).orElse("-"),
                pair.lastAct().map(PairTable::act).orElse("-"),
                pair.trend());
    }

    private static String act(DiplomaticEvent event) {
        return event.getEventDate() + " " + event.getSource().getCountry() + ">"
                + event.getTarget().getCountry() + " "
                + event.getEventType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
