package io.demarche.coder.date;

import io.demarche.avro.DatePrecision;
import io.demarche.coder.clause.DateWords;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The dates of one article as it goes along: what "two days earlier" is reckoned from, the day that a paragraph speaks of,
 * and the past that it tells of. Belongs to one article and one thread.
 */
public final class Timeline {
    /** What was said to be so many days before publication is history rather than news. */
    private static final int DAYS_OF_NEWS = 400;
    /** So many sentences after the last date, a paragraph no longer speaks of that time. */
    private static final int REACH = 3;
    /** So often must an article that never speaks of its own time have spoken of the past to be history altogether. */
    private static final int HISTORY = 3;

    /** A year after a word of time, or a word of the present, in sentences that are read no closer. */
    private static final Pattern TIME = Pattern.compile("\\b(?:[Ii]n|[Bb]y|[Dd]uring|late|early)\\s+(?:the\\s+)?"
            + "(?:(?:spring|summer|autumn|fall|winter)\\s+(?:of\\s+)?)?((?:1[4-9]|20)\\d\\d)\\b"
            + "|\\b(?:[Tt]oday|[Yy]esterday|(?:last|this|next) (?:week|month|year)|"
            + DateWords.weekdayPattern() + ")\\b");

    private final LocalDate published;
    private final LocalDate news;
    private LocalDate last;
    private int paragraph = -1;
    private int sentence;
    private @Nullable Dating ofParagraph;
    private @Nullable Dating past;
    private @Nullable Dating before;
    private int saidAt;
    private int ofPast;
    private boolean ofPresent;

    /**
     * Starts an article.
     *
     * @param news the day of which it brings the news
     */
    public Timeline(LocalDate published, LocalDate news) {
        this.published = published;
        this.news = news;
        this.last = published;
    }

    /** The day of publication. */
    public LocalDate published() {
        return published;
    }

    /** The date of what the article tells without one. */
    public Dating undated() {
        return Dating.undated(news);
    }

    /** The day last spoken of; that of publication until one is. */
    LocalDate last() {
        return last;
    }

    /**
     * Starts a sentence: the {@code index}th of the article. What the paragraphs before spoke of no longer carries over, except
     * in an article that is all history.
     */
    public void enter(int inParagraph, int index) {
        sentence = index;
        if (inParagraph != paragraph) {
            paragraph = inParagraph;
            ofParagraph = null;
            past = isHistory() ? past : null;
        }
        before = sentence - saidAt <= REACH || isHistory() ? past : null;
    }

    /** Skims a sentence that is read no closer for years and for words of the present. */
    public void skim(CharSequence text) {
        Matcher time = TIME.matcher(text);
        while (time.find()) {
            if (time.group(1) == null) {
                ofPresent = true;
            } else {
                turnTo(Dating.stated(LocalDate.of(Integer.parseInt(time.group(1)), 1, 1), DatePrecision.YEAR));
            }
        }
    }

    void said(LocalDate day) {
        last = day;
        ofParagraph = Dating.relative(day, DatePrecision.DAY);
    }

    /** Notes what a sentence tells of as a whole. */
    void turnTo(Dating dating) {
        boolean old = isOld(dating);
        past = old ? Dating.relative(dating.date(), dating.precision()) : null;
        saidAt = sentence;
        ofPast += old ? 1 : 0;
        ofPresent |= !old;
    }

    /** Whether the date lies before what is still news. */
    boolean isOld(Dating dating) {
        return dating.date().isBefore(published.minusDays(DAYS_OF_NEWS));
    }

    private boolean isHistory() {
        return ofPast >= HISTORY && !ofPresent;
    }

    /** The day that the paragraph has spoken of so far, for acts that come without a date. */
    public Optional<Dating> carried() {
        return Optional.ofNullable(ofParagraph);
    }

    /** The past of which the sentences right before have spoken, for acts told in the past tense without a date. */
    Optional<Dating> past() {
        return Optional.ofNullable(before);
    }
}
