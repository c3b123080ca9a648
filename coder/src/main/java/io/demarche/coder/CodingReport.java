package io.demarche.coder;

import io.demarche.coder.lexicon.Drop;
import java.util.List;
import java.util.Optional;

/**
 * How an article was coded, for a person who wonders why.
 *
 * @param articleId the article
 * @param cast whom the article is about: each party with how often it is named, those named most first
 * @param sentences each sentence that passed the prefilter, in order
 */
public record CodingReport(String articleId, List<String> cast, List<SentenceReport> sentences) {

    /**
     * One sentence.
     *
     * @param text as written
     * @param stages what each stage made of it, in their order
     * @param candidates each word that some rule fitted, as the rules alone would code it
     * @param decided what is coded in the end, each act with its probability
     */
    public record SentenceReport(
            String text, List<StageReport> stages, List<CandidateReport> candidates, List<String> decided) {}

    /**
     * One stage.
     *
     * @param stage which
     * @param text what it made of the sentence; empty where that is nothing
     */
    public record StageReport(StageName stage, String text) {}

    /**
     * One candidate.
     *
     * @param rule the rule that fired
     * @param trigger the word
     * @param acts what was coded, each as "FRA > AZE DIPLOMATS_EXPELLED 161 FACT"; empty where it was dropped
     * @param drop why nothing was coded; empty where something was
     */
    public record CandidateReport(String rule, String trigger, List<String> acts, Optional<Drop> drop) {
        private String outcome() {
            return drop.map(each -> "dropped: " + each.text())
                    .orElseGet(() -> "coded " + String.join("; ", acts) + ";");
        }
    }

    /** The report as lines of text. */
    public String render() {
        StringBuilder lines = new StringBuilder("article ").append(articleId).append('\n');
        if (!cast.isEmpty()) {
            lines.append("cast: ").append(String.join(", ", cast)).append('\n');
        }
        for (SentenceReport sentence : sentences) {
            lines.append("\n> ").append(sentence.text().replaceAll("\\s+", " ")).append('\n');
            for (StageReport stage : sentence.stages()) {
                if (!stage.text().isEmpty()) {
                    lines.append("  ")
                            .append(stage.stage().text())
                            .append(": ")
                            .append(stage.text())
                            .append('\n');
                }
            }
            for (String act : sentence.decided()) {
                lines.append("  = ").append(act).append('\n');
            }
            for (CandidateReport candidate : sentence.candidates()) {
                lines.append("  - ")
                        .append(candidate.rule())
                        .append(" at '")
                        .append(candidate.trigger())
                        .append("': ")
                        .append(candidate.outcome())
                        .append('\n');
            }
        }
        return lines.toString();
    }
}
