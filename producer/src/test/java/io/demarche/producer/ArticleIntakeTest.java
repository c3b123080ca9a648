package io.demarche.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.PublishedAtBasis;
import io.demarche.avro.RawArticle;
import io.demarche.producer.source.ArticleDraft;
import io.demarche.producer.source.Remark;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArticleIntakeTest {
    private static final Instant PUBLISHED = Instant.parse("2023-12-28T10:00:00Z");
    private static final Instant NOW = Instant.parse("2024-02-01T00:00:00Z");

    private final ArticleIntake intake = ArticleIntake.withBundledRules(() -> NOW);

    @Test
    void shouldTakeWhatCannotBeSeenOutOfThePublisher() {
        assertThat(article(intake, draft("Evil\u001B[2J\nGazette\u200B", null)).getPublisher())
                .isEqualTo("Evil[2J Gazette");
    }

    @Test
    void shouldTakeTheClocksTimeWhereTheFetchIsYetToCome() {
        assertThat(article(intake, draft("", Instant.parse("2099-01-01T00:00:00Z")))
                        .getFetchedAt())
                .isEqualTo(NOW);
    }

    @Test
    void shouldKeepAFetchTimeThatWas() {
        Instant fetched = Instant.parse("2024-01-01T00:00:00Z");

        assertThat(article(intake, draft("", fetched)).getFetchedAt()).isEqualTo(fetched);
    }

    @Test
    void shouldMakeTheSameRecordAtAnyTimeWithoutAClock() {
        assertThat(article(ArticleIntake.withoutClock(), draft("", null)).getFetchedAt())
                .isEqualTo(PUBLISHED);
    }

    @Test
    void shouldMendWhatWasDamagedAndSayWhat() {
        // given
        ArticleDraft damaged = new ArticleDraft(
                "in:1",
                "a",
                null,
                "The Fjord &amp; Co",
                "Lima&#8217;s protest",
                "<p>Oslo didnâ€™t protest at the o\uFB03ce.</p>",
                "en",
                PUBLISHED,
                PublishedAtBasis.STATED,
                null);

        // when
        TakenArticle taken = intake.article(damaged).orElseThrow();

        // then
        assertThat(taken.article().getBody()).isEqualTo("Oslo didn’t protest at the office.");
        assertThat(taken.article().getTitle()).isEqualTo("Lima’s protest");
        assertThat(taken.article().getPublisher()).isEqualTo("The Fjord & Co");
        assertThat(taken.remarks())
                .containsExactlyInAnyOrder(Remark.MARKUP, Remark.ENTITIES, Remark.MOJIBAKE, Remark.LETTERFORMS);
    }

    @Test
    void shouldRemarkAFetchTimeThatItDoesNotBelieve() {
        ArticleDraft ahead = draft("", NOW.plus(Duration.ofDays(400)));

        assertThat(intake.article(ahead).orElseThrow().remarks()).containsExactly(Remark.NO_FETCH_TIME);
    }

    private static RawArticle article(ArticleIntake intake, ArticleDraft draft) {
        return intake.article(draft).orElseThrow().article();
    }

    private static ArticleDraft draft(String publisher, @Nullable Instant fetched) {
        return new ArticleDraft(
                "in:1", "a", null, publisher, "", "Oslo protested.", "en", PUBLISHED, PublishedAtBasis.STATED, fetched);
    }
}
