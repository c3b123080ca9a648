package io.demarche.streams;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.DayTick;
import io.demarche.avro.EventMention;
import io.demarche.avro.RawArticle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.jspecify.annotations.Nullable;

/**
 * Reads event time from the value: {@code publishedAt} of articles and mentions, {@code at} of verdicts, the start of {@code day} of ticks.
 *
 * <p>The time is bounded by the broker's stamp: a record from the future would stamp its changelog entry with a time that
 * the broker refuses ({@code message.timestamp.after.max.ms}). A time before 1970 becomes 0, since Kafka drops negative
 * ones. A value of any other kind has the broker's stamp. Never fails.
 */
public final class EventTimeExtractor implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        long arrived = Math.max(0, record.timestamp());
        Long said = eventTime(record.value());
        return said == null ? arrived : Math.max(0, Math.min(said, arrived));
    }

    private static @Nullable Long eventTime(@Nullable Object value) {
        if (value instanceof RawArticle article) {
            return millis(article.getPublishedAt());
        }
        if (value instanceof EventMention mention) {
            return millis(mention.getPublishedAt());
        }
        if (value instanceof AnalystVerdict verdict) {
            return millis(verdict.getAt());
        }
        if (value instanceof DayTick tick) {
            LocalDate day = tick.getDay();
            return day == null ? null : millis(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        return null;
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        if (time == null) {
            return null;
        }
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException e) {
            return time.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
