package io.demarche.training.parser;

import io.demarche.coder.parse.TransitionState;
import io.demarche.coder.parse.Words;
import io.demarche.training.treebank.AnnotatedSentence;
import java.util.Map;

/**
 * A sentence as training sees it.
 *
 * @param words what a feature sees; its tags are written by whatever tagger is at hand, and are not the teacher's
 * @param tags the teacher's tags, as numbers
 * @param heads the teacher's heads; one past the last token stands for the root, as in {@link TransitionState}
 * @param labels the teacher's labels, as numbers
 */
record Lesson(Words words, int[] tags, int[] heads, int[] labels) {

    static Lesson of(AnnotatedSentence sentence, Map<String, Integer> clusters, Numbering tags, Numbering labels) {
        int n = sentence.size();
        Words words = new Words();
        words.reset(sentence.forms().toArray(String[]::new), clusters);
        Lesson lesson = new Lesson(words, new int[n], new int[n], new int[n]);
        for (int i = 0; i < n; i++) {
            int head = sentence.heads().get(i);
            lesson.tags[i] = tags.of(sentence.tags().get(i));
            lesson.heads[i] = head == AnnotatedSentence.ROOT ? n : head;
            lesson.labels[i] = labels.of(sentence.labels().get(i));
        }
        return lesson;
    }

    int size() {
        return tags.length;
    }
}
