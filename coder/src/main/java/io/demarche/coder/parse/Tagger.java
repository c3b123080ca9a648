package io.demarche.coder.parse;

/** Tags words from left to right; each decision sees the two tags before it. */
public final class Tagger {
    private final ParserModel model;

    public Tagger(ParserModel model) {
        this.model = model;
    }

    /** Fills {@code words.tag}. */
    public void tag(Words words, Features features, int[] scores) {
        int previous = -1;
        int beforePrevious = -1;
        for (int i = 0; i < words.size; i++) {
            int tag = model.fixedTags().getOrDefault(words.form[i], -1);
            if (tag < 0) {
                TagFeatures.collect(words, i, previous, beforePrevious, features);
                tag = model.tagger().best(features, scores);
            }
            words.tag[i] = tag;
            beforePrevious = previous;
            previous = tag;
        }
    }
}
