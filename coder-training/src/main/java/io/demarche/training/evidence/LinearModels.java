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
        LinearFit sides = new LinearFit(1);
        for (Lesson lesson : from) {
            for (int i = 0; i < lesson.words().size(); i++) {
                int kind = lesson.kind(i);
                if (kind > 0) {
                    addPairs(sides, lesson, i, kind, types, reader);
                }
            }
        }
        return new LinearModels(words(from, types), sides.fit(ROUNDS, PENALTY));
    }

    /** Fits that of the words alone. */
    static Weights words(Collection<Lesson> from, ActTypes types) {
        LinearFit words = new LinearFit(types.size());
        for (Lesson lesson : from) {
            for (int i = 0; i < lesson.words().size(); i++) {
                if (lesson.kind(i) != Lesson.OPEN) {
                    words.add(lesson.kind(i), lesson.words().get(i).features());
                }
            }
        }
        return words.fit(ROUNDS, PENALTY);
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
        if (lesson.isRetelling(word)) {
            if (elsewhere.size() > 1) {
                return; // between which of them it does not say
            }
            right.addAll(elsewhere);
        }
        for (PairReader.Pair pair :
                reader.word(told, lesson.cast()).pairs(types.get(kind).label())) {
            String between = pair.source() + '>' + pair.target();
            boolean known = right.contains(between);
            if (!Unlabelled.isEither(pair.source(), pair.target()) && (known || !elsewhere.contains(between))) {
                fit.add(known ? 1 : 0, pair.ofSource(), pair.ofTarget(), pair.ofBoth());
            }
        }
    }
}
