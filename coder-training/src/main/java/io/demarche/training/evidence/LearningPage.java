package io.demarche.training.evidence;

import io.demarche.coder.evidence.EvidenceReader;
import io.demarche.training.evidence.CrossValidation.Count;
import io.demarche.training.evidence.EvidenceFit.Unseen;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the model learns, as a page: how it grows with the corpus, what the forest adds, and which kinds of acts it gets wrong. */
final class LearningPage {
    private static final double CODED = EvidenceReader.CODED;

    private LearningPage() {}

    static String of(EvidenceFit fit) {
        StringBuilder page = new StringBuilder("""
                # What the model learns

                This page is made by `coder-training learning`. Do not edit it: measure again.

                All figures are of articles that the models had not seen: the corpus and the labels of real news are cut by episode into %d parts, and each is read by models fitted on the
                others. An act counts as right where source, target and type are; one told twice counts once; acts between states and the European Union count. `docs/accuracy.md` has
                the figures on articles that were kept apart from the start.

                ## How it grows

                | articles that the linear models learned from | precision | recall | F1 |
                |---|---|---|---|
                """.formatted(fit.folds()));
        List<Unseen> whole = List.of();
        for (int parts = 1; parts <= EvidenceFit.PARTS; parts++) {
            whole = fit.unseen(parts);
            Count count = all(new CrossValidation(whole, fit.folds()).byForest(CODED));
            page.append(row(String.valueOf(fit.articles(parts) * (fit.folds() - 1) / fit.folds()), count));
        }
        CrossValidation trial = new CrossValidation(whole, fit.folds());
        page.append("""

                ## What the forest adds

                | what decides | precision | recall | F1 |
                |---|---|---|---|
                """);
        page.append(row("the product of both linear models' chances", all(trial.byProduct(CODED))));
        Map<String, Count> kinds = new TreeMap<>(trial.byForest(CODED));
        page.append(row("the forest", all(kinds)));
        page.append("""

                ## By kind of act

                | kind | labelled | precision | recall | F1 |
                |---|---|---|---|---|
                """);
        kinds.forEach((kind, count) -> {
            if (!kind.isEmpty()) {
                page.append(row(kind + " | " + count.labelled, count));
            }
        });
        return page.toString();
    }

    private static Count all(Map<String, Count> counts) {
        return counts.getOrDefault("", new Count());
    }

    private static String row(String name, Count count) {
        return String.format(
                Locale.ROOT, "| %s | %.2f | %.2f | %.3f |\n", name, count.precision(), count.recall(), count.f1());
    }
}
