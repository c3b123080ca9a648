package io.demarche.coder.evidence;

import java.util.ArrayList;
import java.util.List;

/** The words of one article that may tell acts, in the order of the text, and what all its words together say. */
public final class ArticleWords {
    /** A kind of act less probable than this is not thought of. */
    static final double LEAST = 0.04;

    private final Cast cast;
    private final List<Told> likely = new ArrayList<>();
    private final List<Told> headline = new ArrayList<>();
    private double mass;
    private int count;

    public ArticleWords(Cast cast) {
        this.cast = cast;
    }

    /** Adds the next word; forgets it where it hardly tells an act. */
    public void add(Told word) {
        mass += word.chance();
        count++;
        if (word.chance() >= LEAST) {
            likely.add(word);
        }
    }

    /** Adds a word of the headline. */
    public void addHeadline(Told word) {
        if (word.chance() >= LEAST) {
            headline.add(word);
        }
    }

    /** Those of the headline that may well tell an act. */
    List<Told> headline() {
        return headline;
    }

    Cast cast() {
        return cast;
    }

    /** Those that may well tell an act. */
    List<Told> likely() {
        return likely;
    }

    /** How many acts all words together lead one to expect. */
    double mass() {
        return mass;
    }

    /** How many words were weighed. */
    int count() {
        return count;
    }
}
