package io.demarche.training.evidence;

import io.demarche.coder.evidence.ActTypes;
import io.demarche.coder.evidence.PairReader;
import io.demarche.coder.evidence.Told;
import io.demarche.coder.evidence.Unlabelled;
import io.demarche.coder.evidence.Weights;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The two linear models: which kind of act a word tells, and between which pair.
 *
 * @param types of the words
 * @param pairs of the pairs
 */
record LinearModels(Weights types, Weights pairs) {
    private static final int ROUNDS = 6;
    private static final double PENALTY = 0.003;

    /** Fits both on these lessons. */
    static LinearModels fit(Collection<Lesson> from, ActTypes types, PairReader reader) {
        LinearFit words = new LinearFit(types.size());
        LinearFit sides = new LinearFit(1);
        for (Lesson lesson : from) {
            for (int i = 0; i < lesson.words().size(); i++) {
                int kind = lesson.kind(i);
                if (kind != Lesson.OPEN) {
                    words.add(kind, lesson.words().get(i).features());
                }
                if (kind > 0) {
                    addPairs(sides, lesson, i, kind, types, reader);
                }
            }
        }
        return new LinearModels(words.fit(ROUNDS, PENALTY), sides.fit(ROUNDS, PENALTY));
    }

    private static void addPairs(LinearFit fit, Lesson lesson, int word, int kind, ActTypes types, PairReader reader) {
        Set<String> right = new HashSet<>();
        lesson.acts(word).forEach(act -> right.add(act.source() + '>' + act.target()));
        Set<String> elsewhere = new HashSet<>();
        for (LabelledArticle.Act act : lesson.labelled().acts()) {
            if (types.of(act.kind()) == kind) {
                elsewhere.add(act.source() + '>' + act.target());
            }
        }
        Told told = lesson.words().get(word);
        for (PairReader.Pair pair :
                reader.pairs(told, reader.ruled(told), types.get(kind).label(), lesson.cast())) {
            String between = pair.source() + '>' + pair.target();
            boolean known = right.contains(between);
            if (!Unlabelled.isEither(pair.source(), pair.target()) && (known || !elsewhere.contains(between))) {
                fit.add(known ? 1 : 0, pair.features());
            }
        }
    }
}
