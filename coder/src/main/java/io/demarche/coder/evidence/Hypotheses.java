package io.demarche.coder.evidence;

import io.demarche.coder.act.RuleMatch;
import io.demarche.coder.candidate.Act;
import io.demarche.coder.candidate.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which acts an article may tell: for each likely word its likeliest kinds of act, for each of them its likeliest pairs of
 * parties; and for each of these the figures by which the forest decides, those of the word, of the pair, and of the article
 * as a whole. Immutable.
 */
public final class Hypotheses {
    private static final int KINDS = 3;
    private static final int PAIRS = 6;
    private static final double LEAST = 0.015;
    private static final double STRONG = 0.4;
    private static final double NEVER = 1e-6;
    private static final int NOT_RANKED = 99;

    private final ActTypes types;
    private final PairReader reader;

    public Hypotheses(ActTypes types, PairReader reader) {
        this.types = types;
        this.reader = reader;
    }

    /** A kind and a pair for a word, with the chances of both. */
    private record Draft(
            Told told,
            int kind,
            String source,
            String target,
            double kindChance,
            double pairChance,
            int rank,
            double margin,
            double reverse,
            int strong) {
        double chance() {
            return kindChance * pairChance;
        }

        boolean isBetween(String a, String b) {
            return source.equals(a) && target.equals(b);
        }
    }

    /** All that is worth thinking of, in the order of the text. */
    public List<Hypothesis> of(ArticleWords words, Weights ofPairs) {
        List<Draft> drafts = drafts(words.likely(), words.cast(), ofPairs);
        List<Draft> headline = drafts(words.headline(), words.cast(), ofPairs);
        return drafts.stream()
                .map(draft -> new Hypothesis(
                        draft.told(),
                        draft.source(),
                        draft.target(),
                        draft.kind(),
                        figures(draft, drafts, headline, words)))
                .toList();
    }

    private List<Draft> drafts(List<Told> words, Cast cast, Weights ofPairs) {
        List<Draft> drafts = new ArrayList<>();
        for (Told told : words) {
            List<Integer> kinds = likeliest(told.chances());
            if (!kinds.isEmpty()) {
                PairReader.OfWord word = reader.word(told, cast);
                kinds.forEach(kind -> drafts.addAll(
                        drafts(told, kind, word.pairs(types.get(kind).label()), ofPairs)));
            }
        }
        return drafts;
    }

    private static List<Integer> likeliest(double[] chances) {
        List<Integer> kinds = new ArrayList<>();
        for (int kind = 1; kind < chances.length; kind++) {
            if (chances[kind] >= ArticleWords.LEAST) {
                kinds.add(kind);
            }
        }
        kinds.sort(Comparator.comparingDouble(kind -> -chances[kind]));
        return kinds.size() > KINDS ? kinds.subList(0, KINDS) : kinds;
    }

    private static List<Draft> drafts(Told told, int kind, List<PairReader.Pair> pairs, Weights ofPairs) {
        double[] chances = chances(pairs, ofPairs);
        List<Integer> order = new ArrayList<>();
        int strong = 0;
        for (int i = 0; i < chances.length; i++) {
            strong += chances[i] > STRONG ? 1 : 0;
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -chances[i]));
        List<Draft> drafts = new ArrayList<>();
        for (int rank = 0; rank < Math.min(PAIRS, order.size()); rank++) {
            int i = order.get(rank);
            PairReader.Pair pair = pairs.get(i);
            double rival = rank > 0 ? chances[order.get(0)] : chances[order.get(1)];
            Draft draft = new Draft(
                    told,
                    kind,
                    pair.source(),
                    pair.target(),
                    told.chances()[kind],
                    chances[i],
                    rank,
                    odds(chances[i]) - odds(rival),
                    chances[reverse(pairs, pair)],
                    strong);
            if (draft.chance() >= LEAST) {
                drafts.add(draft);
            }
        }
        return drafts;
    }

    private static double[] chances(List<PairReader.Pair> pairs, Weights ofPairs) {
        Map<int[], Double> ofSides = new IdentityHashMap<>();
        double[] chances = new double[pairs.size()];
        for (int i = 0; i < chances.length; i++) {
            PairReader.Pair pair = pairs.get(i);
            chances[i] = EvidenceReader.chance(ofSides.computeIfAbsent(pair.ofSource(), ofPairs::score)
                    + ofSides.computeIfAbsent(pair.ofTarget(), ofPairs::score)
                    + ofPairs.score(pair.ofBoth()));
        }
        return chances;
    }

    private static int reverse(List<PairReader.Pair> pairs, PairReader.Pair pair) {
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i).source().equals(pair.target())
                    && pairs.get(i).target().equals(pair.source())) {
                return i;
            }
        }
        throw new IllegalStateException("a pair without its reverse");
    }

    private double[] figures(Draft draft, List<Draft> all, List<Draft> headline, ArticleWords words) {
        double titled = 0; // the same act, told by the headline
        double titledBack = 0; // the same kind of act the other way round
        double titledOther = 0; // another kind of act between the two
        for (Draft other : headline) {
            boolean sameKind = other.kind() == draft.kind();
            if (other.isBetween(draft.source(), draft.target())) {
                titled = sameKind ? Math.max(titled, other.chance()) : titled;
                titledOther = sameKind ? titledOther : Math.max(titledOther, other.chance());
            } else if (sameKind && other.isBetween(draft.target(), draft.source())) {
                titledBack = Math.max(titledBack, other.chance());
            }
        }
        double titledKind = 0; // this kind of act, between whomever
        for (Told other : words.headline()) {
            titledKind = Math.max(titledKind, other.chances()[draft.kind()]);
        }
        double same = 0; // the same act, told by another word
        double otherKind = 0;
        double answer = 0; // the same kind of act the other way round
        double back = 0;
        double rival = 0; // the same kind of act in the same sentence, told by another word
        for (Draft other : all) {
            if (other.told() == draft.told()) {
                continue;
            }
            boolean sameKind = other.kind() == draft.kind();
            if (other.isBetween(draft.source(), draft.target())) {
                otherKind = Math.max(otherKind, other.chance());
                same = sameKind ? Math.max(same, other.chance()) : same;
            } else if (other.isBetween(draft.target(), draft.source())) {
                back = Math.max(back, other.chance());
                answer = sameKind ? Math.max(answer, other.chance()) : answer;
            }
            if (sameKind && other.told().place() == draft.told().place()) {
                rival = Math.max(rival, other.chance());
            }
        }
        double beside = 0; // any act told by another word of the sentence
        double elsewhere = 0; // this kind of act told by another word of the article
        for (Told other : words.likely()) {
            if (other != draft.told()) {
                beside = other.place() == draft.told().place() ? Math.max(beside, other.chance()) : beside;
                elsewhere = Math.max(elsewhere, other.chances()[draft.kind()]);
            }
        }
        Told told = draft.told();
        Cast cast = words.cast();
        SentencePlace place = told.place();
        double second = 0;
        for (int kind = 1; kind < told.chances().length; kind++) {
            second = kind == draft.kind() ? second : Math.max(second, told.chances()[kind]);
        }
        int named = 0;
        for (String code : cast.ranked()) {
            named += cast.times(code);
        }
        return new double[] {
            odds(draft.kindChance()),
            odds(told.chance()),
            odds(second),
            odds(draft.pairChance()),
            odds(draft.chance()),
            draft.rank(),
            draft.margin(),
            odds(draft.reverse()),
            draft.strong(),
            odds(same),
            odds(otherKind),
            odds(answer),
            odds(back),
            odds(rival),
            odds(beside),
            odds(elsewhere),
            words.mass() / (1 + words.count()),
            words.mass(),
            place.cast().codes().size(),
            place.cast().has(draft.source()) ? 1 : 0,
            place.cast().has(draft.target()) ? 1 : 0,
            rank(cast, draft.source()),
            rank(cast, draft.target()),
            cast.inTitle().indexOf(draft.source()),
            cast.inTitle().indexOf(draft.target()),
            cast.titleTypes().contains(types.get(draft.kind()).type().name()) ? 1 : 0,
            cast.ranked().size(),
            cast.times(draft.source()),
            cast.times(draft.target()),
            (cast.times(draft.source()) + cast.times(draft.target())) / (1.0 + named),
            ruled(told, draft.kind()),
            coded(draft, true),
            coded(draft, false),
            told.triggers().first() == null ? 0 : 1,
            told.factuality().dropped() == null ? 0 : 1,
            told.factuality().quoted() ? 1 : 0,
            told.triggers().word().noun() ? 1 : 0,
            place.isNoState() ? 1 : 0,
            place.index(),
            place.count(),
            draft.kind(),
            odds(titled),
            odds(titledBack),
            odds(titledOther),
            odds(titledKind)
        };
    }

    private static int rank(Cast cast, String code) {
        int rank = cast.ranked().indexOf(code);
        return rank < 0 ? NOT_RANKED : rank;
    }

    /** Whether a rule of the kind fits in full (2), in part (1) or not at all (0). */
    private int ruled(Told told, int kind) {
        int best = 0;
        for (RuleMatch match : told.triggers().matches()) {
            if (types.of(match.rule()) == kind) {
                best = Math.max(best, match.isFull() ? 2 : 1);
            }
        }
        return best;
    }

    /** What speaks for the act by the rules alone, between these parties or between others; 0 where they do not code it. */
    private double coded(Draft draft, boolean same) {
        double best = 0;
        Candidate ruled = draft.told().ruled();
        if (ruled != null && types.of(ruled.trigger().rule()) == draft.kind()) {
            for (Act act : ruled.acts()) {
                boolean between =
                        draft.isBetween(act.source().code(), act.target().code());
                best = between == same ? Math.max(best, act.evidence()) : best;
            }
        }
        return best;
    }

    /** The logarithm of the odds of a chance. */
    static double odds(double chance) {
        double kept = Math.min(1 - NEVER, Math.max(NEVER, chance));
        return StrictMath.log(kept / (1 - kept));
    }
}
