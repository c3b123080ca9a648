package io.demarche.cli.demo;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.EscalationAlert;
import io.demarche.consumer.AlertFilter;
import io.demarche.consumer.Pairs;
import io.demarche.producer.RunSummary;
import io.demarche.streams.coding.ReadLanguage;
import io.demarche.tension.LadderAssessor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a demo did.
 *
 * @param produced what the producer did in this run
 * @param articles articles in the topic and done with, those of earlier runs on the same data directory among them
 * @param late mentions of acts from before what is kept, which were refused
 * @param unread how many articles were not read, by the language that they are in
 * @param contents what the topics hold
 * @param pairs how each pair of states stands, gravest first
 * @param timings how long the steps of the start took, and when the first alert was out
 */
public record DemoSummary(
        RunSummary produced,
        PipelineProgress.Counts articles,
        long late,
        Map<String, Long> unread,
        TopicContents contents,
        List<Pairs.Pair> pairs,
        Map<String, Duration> timings) {
    public DemoSummary {
        pairs = List.copyOf(pairs);
        unread = Collections.unmodifiableMap(new TreeMap<>(unread));
        timings = Collections.unmodifiableMap(new LinkedHashMap<>(timings));
    }

    /** Whether every article that went in was processed or dead-lettered. */
    public boolean isComplete() {
        return articles.in() == articles.done();
    }

    /** The summary for a person; where no alert stands, with why none does. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(figures());
        boolean stands =
                contents.alerts().values().stream().anyMatch(alert -> alert.getStatus() != AlertStatus.RETRACTED);
        if (!stands) {
            double minimum =
                    LadderAssessor.withBundledRules().rules().evidence().minimumBelief();
            lines.add("found         " + new FoundActs(contents.events(), minimum).line());
        }
        return List.copyOf(lines);
    }

    private List<String> figures() {
        long processed = articles.done() - contents.deadArticles();
        return List.of(
                "producer      " + produced.line(),
                "articles      " + articles.in() + " in = " + processed + " processed + " + contents.deadArticles()
                        + " dead-lettered" + (isComplete() ? "" : " + " + (articles.in() - articles.done()) + " left")
                        + unreadArticles(),
                "mentions      " + contents.mentions() + (late == 0 ? "" : " (" + late + " late: too old to count)"),
                "events        " + contents.events().size(),
                "alerts        " + alerts(),
                "dead letters  " + contents.deadLetters(),
                "seconds       "
                        + timings.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(step -> step.getKey() + " " + seconds(step.getValue()))
                                .collect(Collectors.joining(", ")));
    }

    private String unreadArticles() {
        return unread.isEmpty() ? "" : "; not read: " + ReadLanguage.line(unread);
    }

    private String alerts() {
        List<EscalationAlert> shown = contents.alerts().values().stream()
                .filter(AlertFilter.DEFAULT::wants)
                .toList();
        int strains = contents.alerts().size() - shown.size();
        Map<AlertStatus, Long> byStatus = shown.stream()
                .collect(Collectors.groupingBy(EscalationAlert::getStatus, TreeMap::new, Collectors.counting()));
        String statuses = byStatus.isEmpty()
                ? ""
                : byStatus.entrySet().stream()
                        .map(entry ->
                                entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", " (", ")"));
        return shown.size() + statuses + (strains == 0 ? "" : ", and " + strains + " mere strains");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}
