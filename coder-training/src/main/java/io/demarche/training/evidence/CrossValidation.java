package io.demarche.training.evidence;

import io.demarche.coder.evidence.ActTypes;
import io.demarche.coder.evidence.EvidenceReader;
import io.demarche.coder.evidence.Forest;
import io.demarche.coder.evidence.Unlabelled;
import io.demarche.training.evidence.EvidenceFit.Judged;
import io.demarche.training.evidence.EvidenceFit.Unseen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What models get right that have not seen the article: each fold is read by models and a forest fitted on the others. */
final class CrossValidation {
    private final ActTypes types = ActTypes.load();
    private final List<Unseen> lessons;
    private final int folds;

    CrossValidation(List<Unseen> lessons, int folds) {
        this.lessons = lessons;
        this.folds = folds;
    }

    /** Counts of acts: between which two, of which type; each once an article. */
    static final class Count {
        int labelled;
        int coded;
        int right;

        double precision() {
            return coded == 0 ? 0 : (double) right / coded;
        }

        double recall() {
            return labelled == 0 ? 0 : (double) right / labelled;
        }

        double f1() {
            return right == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
        }
    }

    /** By label of the kind; under the empty label those of all kinds. */
    Map<String, Count> byForest(double least) {
        Map<String, Count> counts = new HashMap<>();
        for (int fold = 0; fold < folds; fold++) {
            int kept = fold;
            Forest forest = EvidenceFit.forest(
                    lessons.stream().filter(each -> each.fold() != kept).toList());
            lessons.stream()
                    .filter(each -> each.fold() == kept)
                    .forEach(each -> count(
                            each,
                            judged -> EvidenceReader.chance(
                                    forest.score(judged.act().figures())),
                            least,
                            counts));
        }
        return counts;
    }

    /** The same where the product of both linear models' chances decides. */
    Map<String, Count> byProduct(double least) {
        Map<String, Count> counts = new HashMap<>();
        lessons.forEach(each -> count(each, judged -> judged.act().chance(), least, counts));
        return counts;
    }

    private void count(Unseen lesson, ToDoubleFunction<Judged> chance, double least, Map<String, Count> counts) {
        Map<String, Integer> firm = new HashMap<>();
        Set<String> open = new HashSet<>();
        for (LabelledArticle.Act act : lesson.lesson().labelled().acts()) {
            if (!Unlabelled.isEither(act.source(), act.target())) {
                if (act.doubtful()) {
                    open.add(key(act.source(), act.target(), types.of(act.kind())));
                } else {
                    firm.put(key(act.source(), act.target(), types.of(act.kind())), types.of(act.kind()));
                }
            }
        }
        Map<String, Integer> coded = new HashMap<>();
        for (Judged each : decided(lesson.judged(), chance, least)) {
            coded.put(
                    key(each.act().source(), each.act().target(), each.act().kind()),
                    each.act().kind());
        }
        firm.values().forEach(kind -> both(counts, kind).forEach(count -> count.labelled++));
        coded.forEach((key, kind) -> {
            if (firm.containsKey(key) || !open.contains(key)) {
                both(counts, kind).forEach(count -> {
                    count.coded++;
                    count.right += firm.containsKey(key) ? 1 : 0;
                });
            }
        });
    }

    /** As the coder decides: of the kinds that a word may tell, the likeliest. */
    private static List<Judged> decided(List<Judged> all, ToDoubleFunction<Judged> chance, double least) {
        List<Judged> decided = new ArrayList<>();
        for (int i = 0; i < all.size(); ) {
            int end = i;
            int best = i;
            while (end < all.size()
                    && all.get(end).act().told() == all.get(i).act().told()) {
                best = chance.applyAsDouble(all.get(end)) > chance.applyAsDouble(all.get(best)) ? end : best;
                end++;
            }
            for (; i < end; i++) {
                Judged each = all.get(i);
                if (each.act().kind() == all.get(best).act().kind() && chance.applyAsDouble(each) >= least) {
                    decided.add(each);
                }
            }
        }
        return decided;
    }

    private List<Count> both(Map<String, Count> counts, int kind) {
        return List.of(
                counts.computeIfAbsent("", any -> new Count()),
                counts.computeIfAbsent(types.get(kind).label(), any -> new Count()));
    }

    /** By event type: two kinds of one type are not told apart. */
    private String key(String source, String target, int kind) {
        return source + '>' + target + ' ' + types.get(kind).type();
    }
}
