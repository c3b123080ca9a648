package io.demarche.coder.date;

import io.demarche.avro.DatePrecision;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dates of one article as it goes along: what "two days earlier" is reckoned from, and the day that a paragraph speaks
 * of. Belongs to one article and one thread.
 */
public final class Timeline {
    private final LocalDate published;
    private LocalDate last;
    private int paragraph = -1;
    private @Nullable Dating ofParagraph;

    public Timeline(LocalDate published) {
        this.published = published;
        this.last = published;
    }

    /** The day of publication. */
    public LocalDate published() {
        return published;
    }

    /** The day last spoken of; that of publication until one is. */
    LocalDate last() {
        return last;
    }

    /** Starts the next sentence: what the paragraphs before spoke of no longer carries over. */
    void enter(int inParagraph) {
        if (inParagraph != paragraph) {
            paragraph = inParagraph;
            ofParagraph = null;
        }
    }

    void said(LocalDate day) {
        last = day;
        ofParagraph = Dating.relative(day, DatePrecision.DAY);
    }

    /** The day that the paragraph has spoken of so far, for acts that come without a date. */
    public Optional<Dating> carried() {
        return Optional.ofNullable(ofParagraph);
    }
}
