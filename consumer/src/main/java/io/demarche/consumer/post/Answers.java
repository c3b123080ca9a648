package io.demarche.consumer.post;

import io.demarche.consumer.delivery.Outcome;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What a server's answer means for what it was sent. */
final class Answers {
    private static final Duration LONGEST = Duration.ofDays(1);

    private Answers() {}

    /** @param retryAfter the header of that name; believed for a day at most */
    static Outcome outcome(int status, Optional<String> retryAfter, Instant now) {
        if (status >= 200 && status < 300) {
            return new Outcome.Taken();
        }
        return switch (status) {
            case 410 -> new Outcome.Gone("it answered 410 Gone");
            case 408, 429, 502, 503, 504 ->
                new Outcome.Away("it answered " + status, retryAfter.flatMap(stated -> until(stated, now)));
            default ->
                new Outcome.Failed("it answered " + status
                        + (status >= 300 && status < 400 ? ", a redirect, which is not followed" : ""));
        };
    }

    private static Optional<Instant> until(String stated, Instant now) {
        return read(stated.strip(), now).map(end -> end.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : end);
    }

    private static Optional<Instant> read(String stated, Instant now) {
        if (stated.matches("\\d{1,9}")) {
            return Optional.of(now.plusSeconds(Long.parseLong(stated)));
        }
        try {
            return Optional.of(ZonedDateTime.parse(stated, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
