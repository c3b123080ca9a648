package io.demarche.bench.accuracy;

import io.demarche.bench.corpus.LabelTypes;
import io.demarche.coder.DiplomaticCoder;
import java.util.ArrayList;
import java.util.List;

/** Has the coder read labelled articles, and compares. */
final class Measuring {
    private final DiplomaticCoder coder;
    private final LabelTypes types;

    Measuring(DiplomaticCoder coder, LabelTypes types) {
        this.coder = coder;
        this.types = types;
    }

    List<Outcome> outcomes(List<LabelledArticle> articles) {
        List<Outcome> outcomes = new ArrayList<>();
        for (LabelledArticle article : articles) {
            List<Act> coded = coder.code(article.article()).stream()
                    .map(mention -> Act.of(mention, types))
                    .toList();
            outcomes.add(outcome(article, coded));
        }
        return outcomes;
    }

    static Outcome outcome(LabelledArticle article, List<Act> coded) {
        return new Outcome(
                article.voice(),
                article.article().articleId(),
                article.acts().stream().filter(Act::betweenStates).toList(),
                coded.stream().filter(Act::betweenStates).toList(),
                article.acts().isEmpty());
    }

    /** Each firm act that was not found and each that was coded wrongly, one a line. */
    static List<String> misses(List<Outcome> outcomes) {
        List<String> lines = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            for (Act act : outcome.firm()) {
                if (outcome.hits(act).isEmpty()) {
                    lines.add(outcome.id() + " missed " + act.pairType() + " | " + act.quote());
                }
            }
            for (Act act : outcome.coded()) {
                if (outcome.labelled().stream()
                        .noneMatch(label -> label.pairType().equals(act.pairType()))) {
                    lines.add(outcome.id() + " wrong " + act.pairType() + ' ' + act.confidence() + " | " + act.quote());
                }
            }
        }
        return lines;
    }
}
