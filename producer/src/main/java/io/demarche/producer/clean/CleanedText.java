package io.demarche.producer.clean;

/**
 * An article's text after cleaning.
 *
 * @param title one line; empty where there is none
 * @param body lines without stray whitespace, at most one empty line between two; empty where nothing was left
 * @param truncated whether a paywall's notice was taken away, so that the text is not whole
 */
public record CleanedText(String title, String body, boolean truncated) {}
