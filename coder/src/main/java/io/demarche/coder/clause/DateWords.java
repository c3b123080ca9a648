package io.demarche.coder.clause;

import io.demarche.coder.lexicon.WordClasses;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of months and weekdays, in small letters, with the usual abbreviations. */
public final class DateWords {
    private static final Map<String, Month> MONTHS = new HashMap<>();
    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();

    static {
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            MONTHS.put(name, month);
            MONTHS.put(name.substring(0, 3) + ".", month);
            if (month != Month.MAY && month != Month.MARCH) {
                MONTHS.put(name.substring(0, 3), month);
            }
        }
        MONTHS.put("sept.", Month.SEPTEMBER);
        MONTHS.put("sept", Month.SEPTEMBER);
        for (DayOfWeek day : DayOfWeek.values()) {
            WEEKDAYS.put(day.name().toLowerCase(Locale.ROOT), day);
        }
    }

    private static final Set<String> UNITS = WordClasses.set("time-units");

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
}
