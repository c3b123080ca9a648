package io.demarche.training.evidence;

import io.demarche.coder.evidence.ActTypes;
import io.demarche.coder.evidence.Cast;
import io.demarche.coder.evidence.Told;
import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.parse.ParsedSentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One labelled article as the models see it: its words, and which of them tells which labelled acts. */
final class Lesson {
    /** A word of which the labels do not say whether it tells an act. */
    static final int OPEN = -1;

    private static final int DEEPEST = 300;
    /** From this chance on that a word tells a labelled kind of act, it is open whether it does. */
    private static final double MAYBE = 0.1;
    /** From this chance on it is taken to tell it. */
    private static final double LIKELY = 0.35;

    private final LabelledArticle labelled;
    private final Cast cast;
    private final List<Told> words;
    private final List<Told> headline;
    private final int[] classes;
    private final boolean[] retold;
    private final List<List<LabelledArticle.Act>> acts = new ArrayList<>();

    Lesson(LabelledArticle labelled, Cast cast, List<Told> headline, List<Told> words, ActTypes types) {
        this.labelled = labelled;
        this.cast = cast;
        this.headline = List.copyOf(headline);
        this.words = List.copyOf(words);
        this.classes = new int[words.size()];
        this.retold = new boolean[words.size()];
        words.forEach(word -> acts.add(new ArrayList<>()));
        Set<Integer> told = new HashSet<>();
        for (LabelledArticle.Act act : labelled.acts()) {
            told.add(types.of(act.kind()));
            align(act, types);
        }
        for (int i = 0; i < classes.length; i++) {
            ActRule rule = words.get(i).triggers().first();
            if (classes[i] == 0 && rule != null && told.contains(types.of(rule))) {
                classes[i] = OPEN; // an act is labelled once, however often it is told
            }
        }
    }

    private Lesson(Lesson other, int[] classes, boolean[] retold) {
        this.labelled = other.labelled;
        this.cast = other.cast;
        this.words = other.words;
        this.headline = other.headline;
        this.classes = classes;
        this.retold = retold;
        this.acts.addAll(other.acts);
    }

    /**
     * The same, with the words that seem to tell a labelled act again: labels name an act once, however often an article tells it.
     *
     * @param chances of each kind of act for each word, by a model that has not seen the lesson
     */
    Lesson withRetellings(List<double[]> chances, ActTypes types) {
        Set<Integer> told = new TreeSet<>();
        for (LabelledArticle.Act act : labelled.acts()) {
            if (!act.doubtful()) {
                told.add(types.of(act.kind()));
            }
        }
        int[] found = classes.clone();
        boolean[] again = new boolean[found.length];
        for (int i = 0; i < found.length; i++) {
            int kind = found[i] <= 0 && acts.get(i).isEmpty() ? likeliest(told, chances.get(i)) : 0;
            if (kind > 0 && chances.get(i)[kind] >= LIKELY) {
                found[i] = kind;
                again[i] = true;
            } else if (kind > 0 && chances.get(i)[kind] >= MAYBE) {
                found[i] = OPEN;
            }
        }
        return new Lesson(this, found, again);
    }

    private static int likeliest(Set<Integer> kinds, double[] chances) {
        int best = 0;
        for (int kind : kinds) {
            best = best == 0 || chances[kind] > chances[best] ? kind : best;
        }
        return best;
    }

    /** Of the words that name an act, that which stands highest in the tree tells it; the others are left open. */
    private void align(LabelledArticle.Act act, ActTypes types) {
        int best = -1;
        int least = DEEPEST;
        for (int i = 0; i < words.size(); i++) {
            if (isWithin(i, act)) {
                int depth = depth(
                        words.get(i).place().reading().tree(), words.get(i).token());
                if (depth < least) {
                    least = depth;
                    best = i;
                }
            }
        }
        for (int i = 0; i < words.size(); i++) {
            if (i != best && classes[i] == 0 && isWithin(i, act)) {
                classes[i] = OPEN;
            }
        }
        if (best >= 0 && act.doubtful()) {
            classes[best] = classes[best] == 0 ? OPEN : classes[best];
        } else if (best >= 0) {
            classes[best] = classes[best] <= 0 ? types.of(act.kind()) : classes[best];
            acts.get(best).add(act);
        }
    }

    private boolean isWithin(int word, LabelledArticle.Act act) {
        int begin =
                words.get(word).place().reading().tree().begin(words.get(word).token());
        return begin >= act.start() && begin < act.end();
    }

    private static int depth(ParsedSentence s, int token) {
        int depth = 0;
        for (int at = token; s.head(at) >= 0 && depth < DEEPEST; at = s.head(at)) {
            depth++;
        }
        return depth;
    }

    LabelledArticle labelled() {
        return labelled;
    }

    Cast cast() {
        return cast;
    }

    List<Told> words() {
        return words;
    }

    /** Words of the headline, of which no label speaks. */
    List<Told> headline() {
        return headline;
    }

    /** The kind of act that the word tells: 0 none, {@link #OPEN} where the labels leave it open. */
    int kind(int word) {
        return classes[word];
    }

    /** Whether no label names the word, though it seems to tell an act that is labelled elsewhere. */
    boolean isRetelling(int word) {
        return retold[word];
    }

    /** The labelled acts that the word tells. */
    List<LabelledArticle.Act> acts(int word) {
        return acts.get(word);
    }

    /** The labelled acts that the word at this place of the text tells. */
    List<LabelledArticle.Act> acts(Told word) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).token() == word.token() && words.get(i).place() == word.place()) {
                return acts.get(i);
            }
        }
        return List.of();
    }
}
