package io.demarche.coder;

import java.util.Locale;

/** The stages of the pipeline, in the order in which they run. */
public enum StageName {
    /** The article's text as it is read. */
    CLEAN,
    /** Whether it names two sides at all; what does not is not read. */
    SCREEN,
    /** Sentences. */
    SPLIT,
    /** Which sentences may report an act, or say what those that may need. */
    PREFILTER,
    /** Words and marks of a sentence. */
    TOKENS,
    /** Its tree. */
    PARSE,
    /** The same tree, where the parser is known to slip. */
    REPAIR,
    /** The states and organisations in it, and whom it brings into the article. */
    ACTORS,
    /** The words that may report an act. */
    TRIGGERS,
    /** Whether it was done, by the words around. */
    STANCE,
    /** Who acts, and toward whom. */
    SIDES,
    /** The acts between them. */
    PAIRS,
    /** Which of several tell the same act. */
    OVERLAPS,
    /** What speaks for each act. */
    EVIDENCE,
    /** When. */
    DATES,
    /** How many, by when, why, who says so. */
    ATTRIBUTES,
    /** Mentions, each act once. */
    WRITE;

    /** As people read it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
