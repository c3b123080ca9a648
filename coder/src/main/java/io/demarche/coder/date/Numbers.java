package io.demarche.coder.date;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Whole numbers in words or digits. */
public final class Numbers {
    private static final int LARGEST = 1_000_000_000;
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90),
            Map.entry("hundred", 100),
            Map.entry("both", 2),
            Map.entry("pair", 2));

    private Numbers() {}

    /** The number that a word or a figure such as "1,200" or "forty-eight" stands for, from 1 up; empty where it is none. */
    public static OptionalInt parse(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        Integer known = WORDS.get(word);
        if (known != null) {
            return OptionalInt.of(known);
        }
        int hyphen = word.indexOf('-');
        if (hyphen > 0) {
            Integer tens = WORDS.get(word.substring(0, hyphen));
            Integer units = WORDS.get(word.substring(hyphen + 1));
            return tens != null && units != null && tens >= 20 && units < 10
                    ? OptionalInt.of(tens + units)
                    : OptionalInt.empty();
        }
        return digits(word);
    }

    private static OptionalInt digits(String word) {
        long value = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                if (value > LARGEST) {
                    return OptionalInt.empty();
                }
            } else if (c != ',' || i == 0) {
                return OptionalInt.empty();
            }
        }
        return value > 0 ? OptionalInt.of((int) value) : OptionalInt.empty();
    }
}
