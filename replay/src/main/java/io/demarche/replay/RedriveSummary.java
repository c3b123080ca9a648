package io.demarche.replay;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a redrive did: every letter read is redriven or quarantined.
 *
 * @param read letters that it met
 * @param redriven how many it sent back, or would have in a dry run, by topic
 * @param quarantined those that it set aside, by the reason
 * @param finished whether all letters were read that were there at the start
 */
public record RedriveSummary(
        long read, SortedMap<String, Long> redriven, SortedMap<String, Long> quarantined, boolean finished) {
    public RedriveSummary {
        redriven = new TreeMap<>(redriven);
        quarantined = new TreeMap<>(quarantined);
    }

    /** One line for a person. */
    public String line() {
        return "read " + read + ", redriven " + counts(redriven) + ", quarantined " + counts(quarantined)
                + (finished ? "" : ", not finished: the same command goes on from here");
    }

    private static String counts(Map<String, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.isEmpty()
                ? "0"
                : all
                        + counts.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(", ", " (", ")"));
    }
}
