package io.demarche.tension.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days as the model counts them: whole days since 1970-01-01, UTC; absurd ones are held within a billion of it. */
public final class Days {
    private static final long BOUND = 1_000_000_000;

    private Days() {}

    public static int of(LocalDate day) {
        return (int) Math.max(-BOUND, Math.min(BOUND, day.toEpochDay()));
    }

    public static int of(Instant time) {
        return of(LocalDate.ofInstant(time, ZoneOffset.UTC));
    }

    public static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
