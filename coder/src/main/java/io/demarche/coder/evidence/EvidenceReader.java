package io.demarche.coder.evidence;

import io.demarche.coder.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Decides by the model which acts an article tells, and how probable each is. Immutable. */
public final class EvidenceReader {
    /** From this probability on an act is coded. */
    public static final double CODED = 0.3;

    private static final double SURE = 0.85;
    private static final double WEAK = 0.6;

    private final EvidenceModel model;
    private final ActTypes types = ActTypes.load();
    private final WordReader words;
    private final Hypotheses hypotheses;

    public EvidenceReader(Lexicon lexicon, EvidenceModel model) {
        this.model = model;
        this.words = new WordReader(lexicon, WordClusters.load(), model.nouns()::contains);
        this.hypotheses = new Hypotheses(types, new PairReader(lexicon));
    }

    /**
     * An act that the article tells.
     *
     * @param act the act
     * @param kind what kind of act
     * @param probability that kind, source and target are right, from 0 to 1
     */
    public record Finding(Hypothesis act, ActTypes.Kind kind, double probability) {}

    /** The kinds of acts that it tells apart. */
    public ActTypes types() {
        return types;
    }

    /** Begins an article of so many sentences. */
    public WordReader.OfArticle article(Cast cast, int sentences) {
        return words.article(cast, sentences, chances(model.types()));
    }

    /** The acts, in the order of the text. A word tells acts of one kind, the likeliest, maybe between several pairs. */
    public List<Finding> findings(ArticleWords article) {
        List<Finding> found = new ArrayList<>();
        List<Finding> ofWord = new ArrayList<>();
        for (Hypothesis each : hypotheses.of(article, model.pairs())) {
            if (!ofWord.isEmpty() && ofWord.get(0).act().told() != each.told()) {
                addLikeliestKind(ofWord, found);
            }
            ofWord.add(new Finding(
                    each, types.get(each.kind()), chance(model.forest().score(each.figures()))));
        }
        addLikeliestKind(ofWord, found);
        return withoutNounsOfClauses(withoutWeakRetellings(found));
    }

    /** An act that a word surely tells is not told again by one that hardly does: the answer to it, say, or what led to it. */
    private static List<Finding> withoutWeakRetellings(List<Finding> all) {
        Set<String> sure = new HashSet<>();
        for (Finding finding : all) {
            if (finding.probability() >= SURE) {
                sure.add(act(finding));
            }
        }
        return all.stream()
                .filter(finding -> finding.probability() >= WEAK || !sure.contains(act(finding)))
                .toList();
    }

    /** "the tariffs that it had imposed": the noun is what the verb in its clause tells of, no second act; the date is the verb's. */
    private static List<Finding> withoutNounsOfClauses(List<Finding> all) {
        return all.stream()
                .filter(noun -> all.stream().noneMatch(verb -> isOfItsClause(noun, verb)))
                .toList();
    }

    private static boolean isOfItsClause(Finding noun, Finding verb) {
        Told object = noun.act().told();
        Told deed = verb.act().told();
        return object.triggers().word().noun()
                && !deed.triggers().word().noun()
                && object.place() == deed.place()
                && act(noun).equals(act(verb))
                && object.place().reading().tree().subtree(object.token()).contains(deed.token());
    }

    private static String act(Finding finding) {
        return finding.act().source()
                + '>'
                + finding.act().target()
                + ' '
                + finding.kind().label();
    }

    private static void addLikeliestKind(List<Finding> ofWord, List<Finding> found) {
        Finding best = null;
        for (Finding each : ofWord) {
            best = best == null || each.probability() > best.probability() ? each : best;
        }
        for (Finding each : ofWord) {
            if (best != null && each.probability() >= CODED && each.kind().equals(best.kind())) {
                found.add(each);
            }
        }
        ofWord.clear();
    }

    /** Chances of each class by weights. */
    public static Function<int[], double[]> chances(Weights weights) {
        return features -> {
            double[] scores = weights.scores(features);
            double most = Double.NEGATIVE_INFINITY;
            for (double score : scores) {
                most = Math.max(most, score);
            }
            double sum = 0;
            for (int i = 0; i < scores.length; i++) {
                scores[i] = Fractions.below(most - scores[i]);
                sum += scores[i];
            }
            for (int i = 0; i < scores.length; i++) {
                scores[i] /= sum;
            }
            return scores;
        };
    }

    /** The chance of odds given by their logarithm. */
    public static double chance(double odds) {
        return 1 / (1 + StrictMath.exp(-odds));
    }
}
