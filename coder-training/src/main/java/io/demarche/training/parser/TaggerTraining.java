package io.demarche.training.parser;

import io.demarche.coder.parse.Features;
import io.demarche.coder.parse.TagFeatures;
import io.demarche.coder.parse.Tagger;
import io.demarche.coder.parse.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Learns to tag from lessons, and tags as {@link Tagger} will. */
final class TaggerTraining {
    /** A word seen so often, and nearly always with the same tag, needs no decision. */
    private static final int SEEN_OFTEN = 20;

    private static final double NEARLY_ALWAYS = 0.995;

    private final SortedMap<String, Integer> fixedTags;
    private final Perceptron perceptron;
    private final Features features = new Features();
    private final float[] scores;

    private TaggerTraining(SortedMap<String, Integer> fixedTags, int tags) {
        this.fixedTags = fixedTags;
        this.perceptron = new Perceptron(tags);
        this.scores = new float[tags];
    }

    /** Trains in so many passes over the lessons. */
    static TaggerTraining on(List<Lesson> lessons, int tags, int passes) {
        TaggerTraining training = new TaggerTraining(fixedTags(lessons, tags), tags);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, lessons.size()).boxed().toList());
        for (int pass = 0; pass < passes; pass++) {
            Collections.shuffle(order, new Random(pass));
            for (int i : order) {
                training.learn(lessons.get(i));
            }
        }
        training.perceptron.average();
        return training;
    }

    SortedMap<String, Integer> fixedTags() {
        return fixedTags;
    }

    Perceptron perceptron() {
        return perceptron;
    }

    /** Fills the lesson's own tags; how many are the teacher's. */
    int tag(Lesson lesson) {
        Words words = lesson.words();
        int right = 0;
        for (int i = 0; i < lesson.size(); i++) {
            int tag = fixedTags.getOrDefault(words.form[i], -1);
            if (tag < 0) {
                TagFeatures.collect(words, i, tagAt(words, i - 1), tagAt(words, i - 2), features);
                tag = perceptron.best(features, scores);
            }
            words.tag[i] = tag;
            right += tag == lesson.tags()[i] ? 1 : 0;
        }
        return right;
    }

    /** Its own guesses, not the teacher's tags, are what the next decision sees: so it will be at run time. */
    private void learn(Lesson lesson) {
        Words words = lesson.words();
        int before = -1;
        int beforeThat = -1;
        for (int i = 0; i < lesson.size(); i++) {
            int tag = fixedTags.getOrDefault(words.form[i], -1);
            if (tag < 0) {
                TagFeatures.collect(words, i, before, beforeThat, features);
                tag = perceptron.best(features, scores);
                perceptron.learn(features, lesson.tags()[i], tag);
            }
            beforeThat = before;
            before = tag;
        }
    }

    private static int tagAt(Words words, int i) {
        return i < 0 ? -1 : words.tag[i];
    }

    private static SortedMap<String, Integer> fixedTags(List<Lesson> lessons, int tags) {
        Map<String, int[]> counts = new HashMap<>();
        for (Lesson lesson : lessons) {
            for (int i = 0; i < lesson.size(); i++) {
                counts.computeIfAbsent(lesson.words().form[i], word -> new int[tags])[lesson.tags()[i]]++;
            }
        }
        SortedMap<String, Integer> fixed = new TreeMap<>();
        counts.forEach((word, ofTag) -> {
            int total = IntStream.of(ofTag).sum();
            int most = 0;
            for (int tag = 1; tag < tags; tag++) {
                most = ofTag[tag] > ofTag[most] ? tag : most;
            }
            if (total >= SEEN_OFTEN && ofTag[most] >= NEARLY_ALWAYS * total) {
                fixed.put(word, most);
            }
        });
        return fixed;
    }
}
