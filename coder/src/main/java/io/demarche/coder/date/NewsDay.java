package io.demarche.coder.date;

import io.demarche.coder.clause.DateWords;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day of which an article brings the news. A morning paper tells of the day before: where the first day that its first
 * sentences name is that one, what it tells without a date is of that day, too; else it is of the day of publication.
 */
public final class NewsDay {
    /** So many sentences are the beginning of an article. */
    public static final int BEGINNING = 3;

    private static final String MONTH = DateWords.monthPattern();

    /** A day; "last Tuesday", "next Friday" and dates with a year are of other days than the news. */
    private static final Pattern DAY = Pattern.compile("\\b(?<yesterday>[Yy]esterday|[Ll]ast (?:night|evening))\\b"
            + "|\\b(?<today>[Tt]oday|[Tt]onight|[Tt]his (?:morning|afternoon|evening))\\b"
            + "|(?<!\\b[Ll]ast |\\b[Nn]ext |\\b[Uu]ntil |\\b[Bb]y )\\b(?<weekday>"
            + DateWords.weekdayPattern() + ")\\b"
            + "|\\b(?:(?<first>" + MONTH + ") (?<behind>\\d{1,2})|(?<before>\\d{1,2}) (?<second>" + MONTH
            + "))\\b(?:,? (?<year>(?:1[89]|20)\\d\\d)\\b)?");

    private NewsDay() {}

    /** The day of the news, by the sentences with which the article begins. */
    public static LocalDate of(List<? extends CharSequence> beginning, LocalDate published) {
        LocalDate before = published.minusDays(1);
        for (CharSequence sentence : beginning) {
            Matcher day = DAY.matcher(sentence);
            if (day.find()) {
                return day(day, published).filter(before::equals).orElse(published);
            }
        }
        return published;
    }

    private static Optional<LocalDate> day(Matcher found, LocalDate published) {
        if (found.group("yesterday") != null) {
            return Optional.of(published.minusDays(1));
        }
        if (found.group("today") != null) {
            return Optional.of(published);
        }
        String weekday = found.group("weekday");
        if (weekday != null) {
            return DateWords.weekday(lower(weekday)).map(day -> published.with(TemporalAdjusters.previousOrSame(day)));
        }
        boolean first = found.group("first") != null;
        int number = Integer.parseInt(found.group(first ? "behind" : "before"));
        return DateWords.month(lower(found.group(first ? "first" : "second")))
                .flatMap(month -> dayOf(month, number, found.group("year"), published));
    }

    private static Optional<LocalDate> dayOf(Month month, int day, @Nullable String year, LocalDate published) {
        try {
            int stated = year == null ? published.getYear() : Integer.parseInt(year);
            LocalDate date = LocalDate.of(stated, month, day);
            boolean ofLastYear = year == null && date.isAfter(published);
            return Optional.of(ofLastYear ? date.minusYears(1) : date);
        } catch (DateTimeException e) {
            return Optional.empty(); // "April 31"
        }
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
