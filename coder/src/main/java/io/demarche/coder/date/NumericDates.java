package io.demarche.coder.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Dates in numbers: 2023-12-26, 26/12/2023, 12/26/2023, 26.12.2023. Where day and month could change places, the reading that lies
 * nearer to the publication counts.
 */
final class NumericDates {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2((?:1[89]|20)\\d\\d)");

    private NumericDates() {}

    /** The date that the word is; empty where it is none. */
    static Optional<LocalDate> read(String word, LocalDate published) {
        if (word.length() < 8 || !Character.isDigit(word.charAt(0))) {
            return Optional.empty();
        }
        Matcher first = YEAR_FIRST.matcher(word);
        if (first.matches()) {
            return date(first.group(1), first.group(2), first.group(3));
        }
        Matcher last = YEAR_LAST.matcher(word);
        if (!last.matches()) {
            return Optional.empty();
        }
        Optional<LocalDate> dayFirst = date(last.group(4), last.group(3), last.group(1));
        Optional<LocalDate> monthFirst = date(last.group(4), last.group(1), last.group(3));
        return Stream.concat(dayFirst.stream(), monthFirst.stream())
                .reduce((one, other) -> distance(other, published) < distance(one, published) ? other : one);
    }

    private static long distance(LocalDate date, LocalDate published) {
        return Math.abs(ChronoUnit.DAYS.between(date, published));
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
