package io.demarche.coder.lexicon;

/**
 * That a candidate is no act, and why.
 *
 * @param reason why
 * @param detail the word or the figure at fault; empty where the reason says it all
 */
public record Drop(DropReason reason, String detail) {
    /** The reason in words, for people. */
    public String text() {
        return reason.text(detail);
    }
}
