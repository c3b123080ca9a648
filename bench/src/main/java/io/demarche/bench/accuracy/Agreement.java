package io.demarche.bench.accuracy;

import io.demarche.bench.corpus.Corpus;
import io.demarche.bench.corpus.CorpusArticle;
import io.demarche.bench.corpus.LabelTypes;
import io.demarche.bench.corpus.LabelledAct;
import io.demarche.bench.corpus.SecondLabels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What two readers agree on who labelled the same articles without seeing each other's labels. */
final class Agreement {
    /** What a reader has not, or was not asked for. */
    private static final Set<String> NOT_ASKED = Set.of("counts", Calibration.ERROR);

    private final LabelTypes types;

    Agreement(LabelTypes types) {
        this.types = types;
    }

    /** The figures of the second reader, measured against the first as the coder is. */
    Scorecard firm(Corpus corpus, Figures figures) {
        return of("two readers, what either doubts left out", corpus, figures, act -> act);
    }

    /** The same where each act counts that a reader labelled, however doubtful. */
    Scorecard every(Corpus corpus, Figures figures) {
        return of("two readers, every act", corpus, figures, Act::undoubted);
    }

    private Scorecard of(String name, Corpus corpus, Figures figures, UnaryOperator<Act> reading) {
        Map<String, CorpusArticle> byId = new HashMap<>();
        corpus.articles().forEach(article -> byId.put(article.id(), article));
        List<Outcome> outcomes = new ArrayList<>();
        for (SecondLabels labels : corpus.second()) {
            CorpusArticle article = byId.get(labels.id());
            if (article != null) {
                outcomes.add(outcome(article, labels, reading));
            }
        }
        List<Figure> meant = figures.of(outcomes).stream()
                .filter(figure -> !figure.name().contains("confidence") && !NOT_ASKED.contains(figure.name()))
                .toList();
        return Scorecard.of(name, meant, outcomes).withoutBins();
    }

    private Outcome outcome(CorpusArticle article, SecondLabels labels, UnaryOperator<Act> reading) {
        LabelledArticle first = new LabelledArticle(
                article.voice(),
                LabelledArticle.article(article.id(), article.published(), article.title(), article.text()),
                acts(article.acts(), reading));
        return Measuring.outcome(first, acts(labels.acts(), reading));
    }

    private List<Act> acts(List<LabelledAct> labels, UnaryOperator<Act> reading) {
        return labels.stream()
                .map(label -> reading.apply(Act.of(label, true, types)))
                .toList();
    }
}
