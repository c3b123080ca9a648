package io.demarche.producer.page;

import org.jsoup.nodes.Element;

/**
 * A run of text between two breaks of a page: a paragraph, a heading, an item of a list.
 *
 * @param text on one line
 * @param links characters of it that are links
 * @param element the innermost block around it
 * @param kind what it is
 */
record TextBlock(String text, int links, Element element, Kind kind) {
    /** What a block is. */
    enum Kind {
        PARAGRAPH,
        HEADING,
        ITEM
    }

    private static final int SENTENCE = 40;
    private static final String STOPS = ".!?…:;\"”’»)।。！？";

    /** The share of its text that is links, from 0 to 1. */
    double linkDensity() {
        return (double) links / Math.max(1, text.length());
    }

    boolean isHeading() {
        return kind == Kind.HEADING;
    }

    /** Whether it ends like a sentence. */
    boolean endsLikeSentence() {
        return STOPS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** How much it speaks for the article being here: its length, where it reads like prose. */
    double weight() {
        if (isHeading() || text.length() < SENTENCE || linkDensity() > 0.5) {
            return 0;
        }
        double prose = endsLikeSentence() ? 1 : 0.3;
        return prose * (text.length() - links) * (kind == Kind.ITEM ? 0.5 : 1);
    }
}
