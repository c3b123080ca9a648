package io.demarche.producer;

import io.demarche.producer.source.Rejection.Reason;
import io.demarche.producer.source.Remark;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
 * @param newestDay the latest day announced; empty where no article was sent
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
        Optional<LocalDate> newestDay,
        boolean stopped) {

    /** How many were rejected. */
    public long rejected() {
        return rejectedFor.values().stream().mapToLong(Long::longValue).sum();
    }

    /** One line for a person. */
    public String line() {
        String reasons = rejectedFor.entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        String remarks = remarked.entrySet().stream()
                .map(entry -> ", " + entry.getKey().label() + " " + entry.getValue())
                .collect(Collectors.joining());
        return "read " + read + ", sent " + sent + (corrected == 0 ? "" : " (corrected " + corrected + ")")
                + ", duplicate " + duplicate + ", rejected " + rejected()
                + (reasons.isEmpty() ? "" : " (" + reasons + ")")
                + remarks
                + newestDay.map(day -> ", up to " + day).orElse("")
                + (stopped ? ", stopped early" : "");
    }
}
