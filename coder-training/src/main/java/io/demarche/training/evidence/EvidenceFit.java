package io.demarche.training.evidence;

import io.demarche.coder.CodingPipeline;
import io.demarche.coder.evidence.ActTypes;
import io.demarche.coder.evidence.ArticleWords;
import io.demarche.coder.evidence.Cast;
import io.demarche.coder.evidence.EvidenceModel;
import io.demarche.coder.evidence.EvidenceReader;
import io.demarche.coder.evidence.Forest;
import io.demarche.coder.evidence.Hypotheses;
import io.demarche.coder.evidence.Hypothesis;
import io.demarche.coder.evidence.PairReader;
import io.demarche.coder.evidence.Told;
import io.demarche.coder.evidence.Weights;
import io.demarche.coder.evidence.WordClusters;
import io.demarche.coder.evidence.WordReader;
import io.demarche.coder.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fits the evidence model. The forest learns from what models of the words and pairs say of articles that they have not seen:
 * the corpus is cut by episode into folds, and each fold is read by models fitted on the others.
 */
final class EvidenceFit {
    private static final int ROUNDS = 6;
    private static final double PENALTY = 0.003;
    /** A noun that so many labels name as telling an act is known to tell acts. */
    private static final int NAMED = 2;

    private static final Set<String> UNLABELLED = Set.of("UN", "NATO", "IGO", "NGO", "IMG", "MNC");

    private final ActTypes types = ActTypes.load();
    private final PairReader pairs;
    private final Hypotheses hypotheses;
    private final int folds;
    private final Consumer<String> log;
    private final List<Lesson> lessons;
    private final Set<String> nouns;

    EvidenceFit(List<LabelledArticle> corpus, int folds, Consumer<String> log) {
        Lexicon lexicon = Lexicon.load();
        WordClusters clusters = WordClusters.load();
        this.pairs = new PairReader(lexicon, clusters);
        this.hypotheses = new Hypotheses(types, pairs);
        this.folds = folds;
        this.log = log;
        CodingPipeline pipeline = CodingPipeline.byRules(lexicon);
        WordReader everyNoun = new WordReader(lexicon, clusters, noun -> true);
        List<Lesson> all =
                corpus.stream().map(each -> lesson(each, pipeline, everyNoun)).toList();
        this.nouns = nouns(all);
        this.lessons = all.stream().map(each -> withKnownNouns(each, nouns)).toList();
    }

    private Lesson lesson(LabelledArticle labelled, CodingPipeline pipeline, WordReader reader) {
        Cast cast = pipeline.cast(labelled.article());
        double[] anything = new double[types.size()];
        List<Told> words = new ArrayList<>();
        WordReader.OfArticle[] sentences = new WordReader.OfArticle[1];
        int[] index = new int[1];
        pipeline.readAll(labelled.article(), (reading, count) -> {
            if (sentences[0] == null) {
                sentences[0] = reader.article(cast, count, features -> anything);
            }
            words.addAll(sentences[0].next(reading, index[0]++));
        });
        return new Lesson(labelled, cast, words, types);
    }

    private static Set<String> nouns(List<Lesson> lessons) {
        Map<String, Integer> named = new TreeMap<>();
        for (Lesson lesson : lessons) {
            for (int i = 0; i < lesson.words().size(); i++) {
                if (lesson.kind(i) > 0 && isNoun(lesson.words().get(i))) {
                    named.merge(lemma(lesson.words().get(i)), 1, Integer::sum);
                }
            }
        }
        return named.entrySet().stream()
                .filter(entry -> entry.getValue() >= NAMED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean isNoun(Told word) {
        return word.triggers().word().noun();
    }

    private static String lemma(Told word) {
        return word.place().reading().tree().lemma(word.token());
    }

    private Lesson withKnownNouns(Lesson lesson, Set<String> known) {
        return new Lesson(
                lesson.labelled(),
                lesson.cast(),
                lesson.words().stream()
                        .filter(word ->
                                !isNoun(word) || !word.triggers().matches().isEmpty() || known.contains(lemma(word)))
                        .toList(),
                types);
    }

    /** The model fitted on all. */
    EvidenceModel fit() {
        List<ForestFit.Example> examples = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            int kept = fold;
            Models models =
                    models(lessons.stream().filter(each -> fold(each) != kept).toList());
            lessons.stream().filter(each -> fold(each) == kept).forEach(each -> examples(each, models, examples));
            log.accept("fold " + (fold + 1) + " of " + folds + ": " + examples.size() + " hypotheses so far");
        }
        Forest forest = ForestFit.fit(examples);
        Models models = models(lessons);
        log.accept(lessons.size() + " articles, " + nouns.size() + " nouns beside the lexicon's");
        return new EvidenceModel(models.types(), models.pairs(), forest, nouns);
    }

    private int fold(Lesson lesson) {
        return Math.floorMod(lesson.labelled().episode().hashCode() * 31 + 7, folds);
    }

    /** What was fitted without the forest. */
    private record Models(Weights types, Weights pairs) {}

    private Models models(Collection<Lesson> from) {
        LinearFit words = new LinearFit(types.size());
        LinearFit sides = new LinearFit(1);
        for (Lesson lesson : from) {
            for (int i = 0; i < lesson.words().size(); i++) {
                int kind = lesson.kind(i);
                if (kind != Lesson.OPEN) {
                    words.add(kind, lesson.words().get(i).features());
                }
                if (kind > 0) {
                    addPairs(sides, lesson, i, kind);
                }
            }
        }
        log.accept("fitting " + words.size() + " words, " + sides.size() + " pairs");
        return new Models(words.fit(ROUNDS, PENALTY), sides.fit(ROUNDS, PENALTY));
    }

    private void addPairs(LinearFit fit, Lesson lesson, int word, int kind) {
        Set<String> right = new HashSet<>();
        lesson.acts(word).forEach(act -> right.add(act.source() + '>' + act.target()));
        Set<String> elsewhere = new HashSet<>();
        for (LabelledArticle.Act act : lesson.labelled().acts()) {
            if (types.of(act.kind()) == kind) {
                elsewhere.add(act.source() + '>' + act.target());
            }
        }
        for (PairReader.Pair pair :
                pairs.pairs(lesson.words().get(word), types.get(kind).label(), lesson.cast())) {
            String between = pair.source() + '>' + pair.target();
            boolean known = right.contains(between);
            if (isLabelled(pair.source(), pair.target()) && (known || !elsewhere.contains(between))) {
                fit.add(known ? 1 : 0, pair.features());
            }
        }
    }

    private static boolean isLabelled(String source, String target) {
        return !UNLABELLED.contains(source) && !UNLABELLED.contains(target);
    }

    private void examples(Lesson lesson, Models models, List<ForestFit.Example> examples) {
        Function<int[], double[]> chances = EvidenceReader.chances(models.types());
        ArticleWords words = new ArticleWords(lesson.cast());
        lesson.words().forEach(word -> words.add(word.with(chances.apply(word.features()))));
        for (Hypothesis each : hypotheses.of(
                words, lists -> EvidenceReader.chance(models.pairs().scores(lists)[0]))) {
            if (isLabelled(each.source(), each.target())) {
                judge(each, lesson, examples);
            }
        }
    }

    /** Right where a firm label says so; left out where a doubtful one does. */
    private void judge(Hypothesis each, Lesson lesson, List<ForestFit.Example> examples) {
        boolean firm = false;
        boolean doubtful = false;
        for (LabelledArticle.Act act : lesson.labelled().acts()) {
            boolean same = act.source().equals(each.source())
                    && act.target().equals(each.target())
                    && types.get(types.of(act.kind())).type()
                            == types.get(each.kind()).type();
            firm |= same && !act.doubtful();
            doubtful |= same && act.doubtful();
        }
        if (firm || !doubtful) {
            examples.add(new ForestFit.Example(each.figures(), firm));
        }
    }
}
