package io.demarche.training.evidence;

import io.demarche.coder.CodingPipeline;
import io.demarche.coder.evidence.ActTypes;
import io.demarche.coder.evidence.Cast;
import io.demarche.coder.evidence.Told;
import io.demarche.coder.evidence.WordClusters;
import io.demarche.coder.evidence.WordReader;
import io.demarche.coder.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads labelled articles as the models see them. */
final class Lessons {
    /** A noun that so many labels name as telling an act is known to tell acts. */
    private static final int NAMED = 2;

    private final ActTypes types;
    private final CodingPipeline pipeline;
    private final WordReader everyNoun;

    Lessons(Lexicon lexicon, ActTypes types) {
        this.types = types;
        this.pipeline = CodingPipeline.byRules(lexicon);
        this.everyNoun = new WordReader(lexicon, WordClusters.load(), noun -> true);
    }

    /** With every noun as a word that may tell an act. */
    List<Lesson> read(List<LabelledArticle> corpus) {
        return corpus.stream().map(this::read).toList();
    }

    private Lesson read(LabelledArticle labelled) {
        Cast cast = pipeline.cast(labelled.article());
        double[] anything = new double[types.size()];
        List<Told> words = new ArrayList<>();
        List<Told> headline = new ArrayList<>();
        WordReader.OfArticle[] sentences = new WordReader.OfArticle[1];
        int[] index = new int[1];
        pipeline.read(labelled.article(), (reading, count) -> {
            if (sentences[0] == null) {
                WordReader.OfArticle begun = everyNoun.article(cast, count, features -> anything);
                pipeline.readHeadline(labelled.article(), (title, titles) -> headline.addAll(begun.next(title, 0)));
                sentences[0] = begun;
            }
            words.addAll(sentences[0].next(reading, index[0]++));
        });
        return new Lesson(labelled, cast, headline, words, types);
    }

    /** The nouns that these labels know to tell acts. */
    static Set<String> nouns(List<Lesson> lessons) {
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

    /** The same lesson with no nouns but those known and those of the lexicon. */
    Lesson withNouns(Lesson lesson, Set<String> known) {
        return new Lesson(
                lesson.labelled(),
                lesson.cast(),
                withNouns(lesson.headline(), known),
                withNouns(lesson.words(), known),
                types);
    }

    private static List<Told> withNouns(List<Told> words, Set<String> known) {
        return words.stream()
                .filter(word -> !isNoun(word) || !word.triggers().matches().isEmpty() || known.contains(lemma(word)))
                .toList();
    }

    private static boolean isNoun(Told word) {
        return word.triggers().word().noun();
    }

    private static String lemma(Told word) {
        return word.place().reading().tree().lemma(word.token());
    }
}
