package io.demarche.producer.fetch;

import io.demarche.producer.date.DateReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a server that is busy asks for. */
public final class RetryAfter {
    private static final DateReader DATES = new DateReader();
    private static final Duration LONGEST = Duration.ofDays(7);

    private RetryAfter() {}

    /** Until when it wants to be left alone, a week at the most; empty where it does not say. */
    public static Optional<Instant> until(Fetched answer, Instant now) {
        return answer.header("retry-after")
                .flatMap(stated -> stated.matches("\\d{1,9}")
                        ? Optional.of(now.plusSeconds(Long.parseLong(stated)))
                        : DATES.read(stated).map(date -> date.instant()))
                .map(end -> end.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : end);
    }
}
