package io.demarche.producer.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Reads the dates that sources and command lines state. */
public final class PublicationDate {
    private static final int DATE_LENGTH = 10;
    private static final int LONGEST = 40;

    private PublicationDate() {}

    /**
     * Reads an ISO 8601 date or date-time. A date alone means 00:00 UTC of that day; a date-time without an offset is
     * taken as UTC. Years run from 0001 to 9999.
     *
     * @throws IllegalArgumentException where the text is neither; the message says what was expected
     */
    public static Instant parse(String text) {
        return stated(text).toInstant();
    }

    /**
     * The same with the offset that is stated; that of UTC where none is.
     *
     * @throws IllegalArgumentException where the text is neither; the message says what was expected
     */
    public static OffsetDateTime stated(String text) {
        String trimmed = text.strip();
        try {
            OffsetDateTime stated = trimmed.length() == DATE_LENGTH ? startOfDay(trimmed) : dateTime(trimmed);
            int year = stated.withOffsetSameInstant(ZoneOffset.UTC).getYear();
            if (year >= 1 && year <= 9999) {
                return stated;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(complaint(trimmed), e);
        }
        throw new IllegalArgumentException(complaint(trimmed));
    }

    private static OffsetDateTime startOfDay(String text) {
        return LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE)
                .atStartOfDay()
                .atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime dateTime(String text) {
        String iso = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
                ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1)
                : text;
        return DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from)
                        instanceof OffsetDateTime stated
                ? stated
                : LocalDateTime.parse(iso, DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                        .atOffset(ZoneOffset.UTC);
    }

    private static String complaint(String text) {
        return "not a date: '" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text)
                + "' (write it as 2023-12-28 or 2023-12-28T09:30:00Z)";
    }
}
