package io.demarche.bench.accuracy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All figures of one set of articles.
 *
 * @param set its name
 * @param articles how many it holds
 * @param scores the figures by name, in the order in which they are shown
 * @param bins share right by confidence
 */
record Scorecard(String set, int articles, Map<String, Score> scores, List<Calibration.Bin> bins) {
    static Scorecard of(String set, List<Figure> figures, List<Outcome> outcomes) {
        Map<String, Score> scores = new LinkedHashMap<>();
        Bootstrap.scores(figures, outcomes).forEach(score -> scores.put(score.name(), score));
        return new Scorecard(set, outcomes.size(), scores, Calibration.bins(outcomes));
    }

    /** The same without what follows from confidence. */
    Scorecard withoutBins() {
        return new Scorecard(set, articles, scores, List.of());
    }

    /** The scores whose names start so, by the rest of their names. */
    Map<String, Score> parts(String start) {
        Map<String, Score> parts = new LinkedHashMap<>();
        scores.forEach((name, score) -> {
            if (name.startsWith(start)) {
                parts.put(name.substring(start.length()), score);
            }
        });
        return parts;
    }
}
