package io.demarche.coder.date;

import static io.demarche.avro.DatePrecision.DAY;

import io.demarche.coder.clause.DateWords;
import io.demarche.coder.clause.Words;
import io.demarche.coder.parse.ParsedSentence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Days of the week, and the weeks that they are said to be of: "Tuesday", "last Tuesday", "Tuesday of last week". */
final class Weekdays {
    /** What may stand between a day and its week. */
    private static final Set<String> LINKS = Set.of("of", ",", "on", "'s");

    private static final Set<String> PAST = Set.of("last", "previous", "past");
    private static final Set<String> COMING = Set.of("next", "coming");

    private final ParsedSentence s;
    private final LocalDate published;

    Weekdays(ParsedSentence s, LocalDate published) {
        this.s = s;
        this.published = published;
    }

    /** The day of a week that is named with it, which begins at the token; null where there is none. */
    @Nullable
    DatedPhrase withWeek(int i) {
        Optional<DayOfWeek> day = day(i);
        if (day.isPresent()) {
            Week week = week(behindLink(i + 1));
            return week == null ? null : phrase(i, week.end(), date(day.get(), week));
        }
        Week week = week(i);
        if (week == null) {
            return null;
        }
        int at = behindLink(week.end());
        return day(at).map(found -> phrase(i, at + 1, date(found, week))).orElse(null);
    }

    /**
     * The day that the token names: the latest up to publication; "last Monday", said on a Monday, is a week ago.
     *
     * @param scheduled whether it is still to come by a timetable
     */
    @Nullable
    DatedPhrase plain(int i, boolean scheduled) {
        Optional<DayOfWeek> day = day(i);
        if (day.isEmpty()) {
            return null;
        }
        String before = word(i - 1);
        if (COMING.contains(before) || scheduled) {
            return phrase(i, i + 1, published.with(TemporalAdjusters.next(day.get())));
        }
        return phrase(
                i,
                i + 1,
                published.with(
                        PAST.contains(before)
                                ? TemporalAdjusters.previous(day.get())
                                : TemporalAdjusters.previousOrSame(day.get())));
    }

    private Optional<DayOfWeek> day(int i) {
        return i < s.size() && Character.isUpperCase(s.form(i).charAt(0))
                ? DateWords.weekday(word(i))
                : Optional.empty();
    }

    /**
     * A week as it is named.
     *
     * @param end the token behind it
     * @param weeks how many after that of publication
     * @param calendar whether it runs from Monday to Sunday; else it is so many times seven days from the day itself
     */
    private record Week(int end, int weeks, boolean calendar) {}

    /** "last week", "this week", "a week ago", "two weeks ago". */
    private @Nullable Week week(int i) {
        if (word(i + 1).equals("week")) {
            switch (word(i)) {
                case "last", "previous" -> {
                    return new Week(i + 2, -1, true);
                }
                case "this" -> {
                    return new Week(i + 2, 0, true);
                }
                case "next" -> {
                    return new Week(i + 2, 1, true);
                }
                default -> {}
            }
        }
        if (word(i).equals("week")
                && word(i + 1).equals("before")
                && word(i + 2).equals("last")) {
            return new Week(i + 3, -2, true);
        }
        OptionalInt number = Numbers.parse(word(i));
        boolean ago = word(i + 2).equals("ago")
                && i + 1 < s.size()
                && Words.lemma(s, i + 1).equals("week");
        return ago && number.isPresent() && number.getAsInt() < 100 ? new Week(i + 3, -number.getAsInt(), false) : null;
    }

    private LocalDate date(DayOfWeek day, Week week) {
        return week.calendar()
                ? published
                        .plusWeeks(week.weeks())
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .with(TemporalAdjusters.nextOrSame(day))
                : published.with(TemporalAdjusters.previousOrSame(day)).plusWeeks(week.weeks());
    }

    private int behindLink(int i) {
        int at = LINKS.contains(word(i)) ? i + 1 : i;
        return word(at).equals("the") ? at + 1 : at;
    }

    private String word(int i) {
        return i >= 0 && i < s.size() ? Words.lower(s, i) : "";
    }

    private static DatedPhrase phrase(int begin, int end, LocalDate date) {
        return new DatedPhrase(begin, end, Dating.relative(date, DAY));
    }
}
