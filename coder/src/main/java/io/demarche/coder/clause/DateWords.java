package io.demarche.coder.clause;

import io.demarche.coder.lexicon.WordClasses;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of months and weekdays, with the usual abbreviations. */
public final class DateWords {
    private static final List<String> WEEKDAY_NAMES = WordClasses.list("weekdays");
    private static final List<String> MONTH_NAMES = WordClasses.list("months");
    private static final int SHORT = 3;
    private static final String SEPTEMBER = "sept";
    private static final Set<Month> NEVER_BARE =
            Set.of(Month.MARCH, Month.MAY); // "mar" is a verb, "may" is a month or one
    private static final Map<String, Month> MONTHS = new HashMap<>();
    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
    private static final Set<String> UNITS = WordClasses.set("time-units");

    static {
        for (Month month : Month.values()) {
            String name = MONTH_NAMES.get(month.ordinal());
            MONTHS.put(name, month);
            MONTHS.put(name.substring(0, SHORT) + ".", month);
            if (!NEVER_BARE.contains(month)) {
                MONTHS.put(name.substring(0, SHORT), month);
            }
        }
        MONTHS.put(SEPTEMBER + ".", Month.SEPTEMBER);
        MONTHS.put(SEPTEMBER, Month.SEPTEMBER);
        for (DayOfWeek day : DayOfWeek.values()) {
            WEEKDAYS.put(WEEKDAY_NAMES.get(day.ordinal()), day);
        }
    }

    private DateWords() {}

    public static Optional<Month> month(String word) {
        return Optional.ofNullable(MONTHS.get(word));
    }

    public static Optional<DayOfWeek> weekday(String word) {
        return Optional.ofNullable(WEEKDAYS.get(word));
    }

    /** Whether the lemma is a stretch of time. */
    public static boolean isUnit(String lemma) {
        return UNITS.contains(lemma);
    }

    public static boolean isDateWord(String word) {
        return MONTHS.containsKey(word) || WEEKDAYS.containsKey(word);
    }

    /** A regular expression for a weekday as running text has it, with a capital. */
    public static String weekdayPattern() {
        return anyOf(WEEKDAY_NAMES.stream());
    }

    /** The same for a month, in full or cut short by a full stop. */
    public static String monthPattern() {
        return anyOf(Stream.concat(
                MONTH_NAMES.stream(),
                MONTHS.keySet().stream().filter(name -> name.endsWith(".")).sorted()));
    }

    private static String anyOf(Stream<String> names) {
        return names.map(name -> Pattern.quote(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)))
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
