package io.demarche.coder.date;

import static io.demarche.avro.DatePrecision.DAY;

import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days named by where they lie: today, last night, the same day, that evening, the day before, on the 9th. */
final class NamedDays {
    private static final Set<String> PARTS = WordClasses.set("parts-of-day");
    private static final Set<String> SAME = Set.of("day", "date");
    private static final Set<String> BEFORE = Set.of("before", "earlier");
    private static final Set<String> BEFORE_THAT_DAY = Set.of("on", "later", "earlier");
    private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}(?:st|nd|rd|th)");
    /** The ordinals in words, from the first on. */
    private static final List<String> ORDINALS = WordClasses.list("ordinals");
    /** The most that a month has; what was last spoken of longer ago is no longer of the month of the news. */
    private static final int DAYS_OF_MONTH = 31;

    private final Timeline timeline;
    private final ParsedSentence s;
    private final LocalDate published;

    NamedDays(Timeline timeline, ParsedSentence s) {
        this.timeline = timeline;
        this.s = s;
        this.published = timeline.published();
    }

    /** The phrase that begins at the token; null where none does. */
    @Nullable
    DatedPhrase at(int i) {
        String next = word(i + 1);
        boolean day = next.equals("day");
        boolean part = PARTS.contains(next);
        LocalDate last = timeline.last();
        return switch (word(i)) {
            case "today", "tonight" -> day(i, 1, published);
            case "yesterday" -> day(i, 1, published.minusDays(1));
            case "tomorrow" -> day(i, 1, published.plusDays(1));
            case "last" -> next.equals("night") || next.equals("evening") ? day(i, 2, published.minusDays(1)) : null;
            case "this" -> part && !next.equals("night") ? day(i, 2, published) : null;
            case "same" -> part || SAME.contains(next) ? day(i, 2, last) : null;
            case "that" -> part || day && BEFORE_THAT_DAY.contains(word(i - 1)) ? day(i, 2, last) : null;
            case "previous" -> part || day ? day(i, 2, last.minusDays(1)) : null;
            case "next", "following" -> part || day ? day(i, 2, last.plusDays(1)) : null;
            case "the" -> part || day ? besideLast(i, last) : ofMonth(i);
            default -> null;
        };
    }

    /** "the day before", "the morning after". */
    private @Nullable DatedPhrase besideLast(int i, LocalDate last) {
        String side = word(i + 2);
        return BEFORE.contains(side)
                ? day(i, 3, last.minusDays(1))
                : side.equals("after") ? day(i, 3, last.plusDays(1)) : null;
    }

    /** "on the 9th", "on the twenty-fifth": of the month last spoken of, or the last one before it that has such a day. */
    private @Nullable DatedPhrase ofMonth(int i) {
        boolean parted = word(i + 2).equals("-"); // "twenty-fifth" is three tokens
        int number = ordinal(parted ? word(i + 1) + "-" + word(i + 3) : word(i + 1));
        int length = parted ? 4 : 2;
        if (number < 1 || number > DAYS_OF_MONTH || !word(i - 1).equals("on") || isOfNoun(i + length)) {
            return null;
        }
        LocalDate last = timeline.last();
        YearMonth month = YearMonth.from(last.isBefore(published.minusDays(DAYS_OF_MONTH)) ? last : published);
        while (!month.isValidDay(number) || month.atDay(number).isAfter(published)) {
            month = month.minusMonths(1);
        }
        return day(i, length, month.atDay(number));
    }

    /** "on the third floor", "on the 9th of May". */
    private boolean isOfNoun(int i) {
        return i < s.size() && (Words.isNoun(s, i) || s.tag(i).startsWith(Tag.JJ) || word(i).equals("of"));
    }

    private static int ordinal(String word) {
        return ORDINAL.matcher(word).matches()
                ? Integer.parseInt(word.substring(0, word.length() - 2))
                : ORDINALS.indexOf(word) + 1;
    }

    private String word(int i) {
        return i >= 0 && i < s.size() ? Words.lower(s, i) : "";
    }

    private static DatedPhrase day(int begin, int length, LocalDate date) {
        return new DatedPhrase(begin, begin + length, Dating.relative(date, DAY));
    }
}
