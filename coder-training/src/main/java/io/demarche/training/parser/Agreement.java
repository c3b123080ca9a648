package io.demarche.training.parser;

import io.demarche.coder.parse.ParserModel;
import io.demarche.coder.parse.ParserSession;
import io.demarche.training.treebank.AnnotatedSentence;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a model, parsing as the coder does, agrees with given trees; punctuation counts.
 *
 * @param tokens how many there are
 * @param tags how many have the given tag
 * @param heads how many hang from the given head
 * @param arcs how many hang from the given head with the given label
 * @param labels the same by label
 */
public record Agreement(int tokens, int tags, int heads, int arcs, SortedMap<String, OfLabel> labels) {

    /**
     * The arcs of one label.
     *
     * @param given in the trees
     * @param found by the model
     * @param right of these, with the given head and label
     */
    public record OfLabel(int given, int found, int right) {
        private static final OfLabel NONE = new OfLabel(0, 0, 0);

        private OfLabel plus(OfLabel other) {
            return new OfLabel(given + other.given, found + other.found, right + other.right);
        }

        /** The harmonic mean of precision and recall. */
        public double f1() {
            return given + found == 0 ? 0 : 2.0 * right / (given + found);
        }
    }

    /**
     * Parses the sentences with the model and compares.
     *
     * @param gzippedModel is not closed
     * @throws IOException where it is no model
     */
    public static Agreement of(InputStream gzippedModel, List<AnnotatedSentence> sentences) throws IOException {
        ParserSession session = new ParserSession(ParserModel.read(gzippedModel));
        Agreement sum = new Agreement(0, 0, 0, 0, new TreeMap<>());
        for (AnnotatedSentence sentence : sentences) {
            ParserSession.Tree tree = session.parse(sentence.forms().toArray(String[]::new));
            sum = sum.plus(sentence, tree);
        }
        return sum;
    }

    private Agreement plus(AnnotatedSentence sentence, ParserSession.Tree tree) {
        int tagged = 0;
        int attached = 0;
        int labelled = 0;
        for (int i = 0; i < sentence.size(); i++) {
            String given = sentence.labels().get(i);
            String found = tree.labels()[i];
            boolean head = tree.heads()[i] == sentence.heads().get(i);
            boolean arc = head && found.equals(given);
            tagged += tree.tags()[i].equals(sentence.tags().get(i)) ? 1 : 0;
            attached += head ? 1 : 0;
            labelled += arc ? 1 : 0;
            count(given, new OfLabel(1, 0, arc ? 1 : 0));
            count(found, new OfLabel(0, 1, 0));
        }
        return new Agreement(tokens + sentence.size(), tags + tagged, heads + attached, arcs + labelled, labels);
    }

    private void count(String label, OfLabel more) {
        labels.merge(label, OfLabel.NONE.plus(more), OfLabel::plus);
    }
}
