package io.demarche.producer.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A date as somebody stated it.
 *
 * @param local day and time of day where it was written; the start of the day where no time is stated
 * @param offset from UTC; empty where none is stated
 * @param dayOnly whether no time of day is stated
 */
public record StatedDate(LocalDateTime local, Optional<ZoneOffset> offset, boolean dayOnly) {
    /** The moment; of a date without an offset, as if it were UTC. */
    public Instant instant() {
        return local.toInstant(offset.orElse(ZoneOffset.UTC));
    }

    /** The offset from UTC in minutes; 0 where none is stated. */
    public int offsetMinutes() {
        return offset.map(zone -> zone.getTotalSeconds() / 60).orElse(0);
    }

    /** The day where it was written. */
    public LocalDate day() {
        return local.toLocalDate();
    }

    /** In ISO 8601, as it was stated: a day, a day and a time, or these with an offset. */
    public String iso() {
        if (dayOnly) {
            return day().toString();
        }
        return offset.isPresent() ? OffsetDateTime.of(local, offset.get()).toString() : local.toString();
    }
}
