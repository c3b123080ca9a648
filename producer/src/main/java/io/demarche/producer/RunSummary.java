package io.demarche.producer;

import io.demarche.producer.source.Rejection.Reason;
import io.demarche.producer.source.Remark;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run did: {@code read = sent + duplicate + rejected}.
 *
 * @param read articles, and files or lines that should have been articles
 * @param sent articles that were handed to the broker; acknowledged, once the run has ended
 * @param corrected how many of those sent were another version of an article met before in this run
 * @param duplicate articles met before in this run, in the same version
 * @param rejectedFor how many were rejected, by reason, in the reasons' order
 * @param remarked how many of those sent had something assumed of them, by what it was, in the remarks' order
 * @param ticks days announced on {@code day-ticks}
 * @param oldestDay the earliest day on which one of those sent says that it was published; empty where none does
 * @param newestDay the latest such day
 * @param stopped whether the run was stopped before its source ended
 */
public record RunSummary(
        long read,
        long sent,
        long corrected,
        long duplicate,
        Map<Reason, Long> rejectedFor,
        Map<Remark, Long> remarked,
        long ticks,
        Optional<LocalDate> oldestDay,
        Optional<LocalDate> newestDay,
        boolean stopped) {

    /** What a run did that has done nothing yet. */
    public static RunSummary nothing() {
        return new RunSummary(0, 0, 0, 0, Map.of(), Map.of(), 0, Optional.empty(), Optional.empty(), false);
    }

    /** What both did. */
    public RunSummary plus(RunSummary other) {
        return new RunSummary(
                read + other.read,
                sent + other.sent,
                corrected + other.corrected,
                duplicate + other.duplicate,
                sum(rejectedFor, other.rejectedFor, new EnumMap<>(Reason.class)),
                sum(remarked, other.remarked, new EnumMap<>(Remark.class)),
                ticks + other.ticks,
                first(oldestDay, other.oldestDay, Comparator.naturalOrder()),
                first(newestDay, other.newestDay, Comparator.reverseOrder()),
                stopped || other.stopped);
    }

    private static <K> Map<K, Long> sum(Map<K, Long> one, Map<K, Long> other, Map<K, Long> sum) {
        sum.putAll(one);
        other.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return Collections.unmodifiableMap(sum);
    }

    private static Optional<LocalDate> first(
            Optional<LocalDate> one, Optional<LocalDate> other, Comparator<LocalDate> order) {
        return Stream.concat(one.stream(), other.stream()).min(order);
    }

    /** How many were rejected. */
    public long rejected() {
        return rejectedFor.values().stream().mapToLong(Long::longValue).sum();
    }

    /** One line for a person. */
    public String line() {
        return counted() + newestDay.map(day -> ", up to " + day).orElse("") + (stopped ? ", stopped early" : "");
    }

    /** One line for a person, of a source among others: with the days that it adds to. */
    public String lineOfSource() {
        return counted()
                + oldestDay
                        .flatMap(from -> newestDay.map(to ->
                                from.equals(to) ? ", published on " + from : ", published from " + from + " to " + to))
                        .orElse("");
    }

    private String counted() {
        String reasons = rejectedFor.entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        String remarks = remarked.entrySet().stream()
                .map(entry -> ", " + entry.getKey().label() + " " + entry.getValue())
                .collect(Collectors.joining());
        return "read " + read + ", sent " + sent + (corrected == 0 ? "" : " (corrected " + corrected + ")")
                + ", duplicate " + duplicate + ", rejected " + rejected()
                + (reasons.isEmpty() ? "" : " (" + reasons + ")")
                + remarks;
    }
}
