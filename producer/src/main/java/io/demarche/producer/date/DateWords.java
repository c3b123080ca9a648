package io.demarche.producer.date;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The words of dates: months and time zones. */
final class DateWords {
    private static final String TABLE = "date-words.tsv";
    private static final int TELLING = 4;

    private final Map<String, Integer> months = new HashMap<>();
    private final Map<String, ZoneOffset> zones = new HashMap<>();

    private DateWords() {}

    static DateWords load() {
        DateWords words = new DateWords();
        try (InputStream in = Objects.requireNonNull(DateWords.class.getResourceAsStream(TABLE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).skip(1).forEach(words::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private void add(String line) {
        String[] row = line.split("\t", -1);
        for (String word : row[2].split(" ")) {
            switch (row[0]) {
                case "MONTH" -> months.put(word, Integer.valueOf(row[1]));
                case "ZONE" -> zones.put(word, ZoneOffset.of(row[1]));
                default -> throw new IllegalStateException(TABLE + ": kind '" + row[0] + "': neither MONTH nor ZONE");
            }
        }
    }

    /** The month that a word in lower case names. */
    Optional<Integer> month(String word) {
        Integer whole = months.get(word);
        if (whole != null || word.length() <= TELLING) {
            return Optional.ofNullable(whole);
        }
        return Optional.ofNullable(months.get(word.substring(0, TELLING)));
    }

    /** The offset that the name of a time zone means. */
    Optional<ZoneOffset> zone(String word) {
        return Optional.ofNullable(zones.get(word));
    }
}
