package io.demarche.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.DayTick;
import io.demarche.avro.RawArticle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventTimeExtractorTest {
    private static final long ARRIVED = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    @Test
    void shouldReadThePublicationTimeOfAnArticle() {
        assertThat(extract(publishedAt("2023-12-26T12:00:00Z"), ARRIVED))
                .isEqualTo(Instant.parse("2023-12-26T12:00:00Z").toEpochMilli());
    }

    @Test
    void shouldReadTheStartOfTheDayOfATick() {
        assertThat(extract(new DayTick(LocalDate.parse("2023-12-26")), ARRIVED))
                .isEqualTo(Instant.parse("2023-12-26T00:00:00Z").toEpochMilli());
    }

    @Test
    void shouldNotGoBeyondTheArrival() {
        assertThat(extract(publishedAt("2099-01-01T00:00:00Z"), ARRIVED)).isEqualTo(ARRIVED);
    }

    @Test
    void shouldTakeTheArrivalOfWhatHasNoTime() {
        assertThat(extract("text", ARRIVED)).isEqualTo(ARRIVED);
        assertThat(extract(null, ARRIVED)).isEqualTo(ARRIVED);
    }

    @Property
    void shouldNeverBeNegative(@ForAll long published, @ForAll @LongRange(min = -1) long arrived) {
        RawArticle article = publishedAt("2023-12-26T12:00:00Z");
        article.setPublishedAt(Instant.ofEpochMilli(published));

        assertThat(extract(article, arrived)).isNotNegative();
    }

    @Test
    void shouldBearTimesThatNoMillisecondsCanTell() {
        RawArticle article = publishedAt("2023-12-26T12:00:00Z");
        article.setPublishedAt(Instant.MIN);
        assertThat(extract(article, ARRIVED)).isZero();

        article.setPublishedAt(Instant.MAX);
        assertThat(extract(article, ARRIVED)).isEqualTo(ARRIVED);
    }

    private static RawArticle publishedAt(String time) {
        return Articles.article("a", Instant.parse(time), Instant.parse(time), "text");
    }

    private static long extract(Object value, long arrived) {
        return new EventTimeExtractor()
                .extract(
                        new ConsumerRecord<>(
                                "topic",
                                0,
                                0,
                                arrived,
                                TimestampType.LOG_APPEND_TIME,
                                0,
                                0,
                                "key",
                                value,
                                new RecordHeaders(),
                                Optional.empty()),
                        0);
    }
}
