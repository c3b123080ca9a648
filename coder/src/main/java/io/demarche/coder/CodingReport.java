package io.demarche.coder;

import java.util.List;

/**
 * How an article was coded, for a person who wonders why.
 *
 * @param articleId the article
 * @param sentences each sentence that passed the prefilter, in order
 */
public record CodingReport(String articleId, List<SentenceReport> sentences) {

    /**
     * One sentence.
     *
     * @param text as written
     * @param tree its tokens as form/lemma/tag&lt;label:head&gt;
     * @param candidates each word that some rule fitted
     */
    public record SentenceReport(String text, String tree, List<CandidateReport> candidates) {}

    /**
     * One candidate.
     *
     * @param rule the rule that fired
     * @param trigger the word
     * @param outcome what was coded, or why nothing was
     */
    public record CandidateReport(String rule, String trigger, String outcome) {}

    /** The report as lines of text. */
    public String render() {
        StringBuilder lines = new StringBuilder("article ").append(articleId).append('\n');
        for (SentenceReport sentence : sentences) {
            lines.append("\n> ").append(sentence.text().replaceAll("\\s+", " ")).append("\n  ");
            lines.append(sentence.tree()).append('\n');
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
