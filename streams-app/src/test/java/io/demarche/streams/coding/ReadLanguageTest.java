package io.demarche.streams.coding;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.EventMention;
import io.demarche.avro.PublishedAtBasis;
import io.demarche.avro.RawArticle;
import io.demarche.coder.Article;
import io.demarche.schemas.TrustedRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadLanguageTest {
    private static final String FRENCH =
            "Le Pérou a rappelé mardi son ambassadeur au Chili pour consultations, après que"
                    + " celui-ci eut fermé la frontière entre les deux pays.";
    private static final String ENGLISH =
            "Peru on Tuesday recalled its ambassador to Chile for consultations, after Chile"
                    + " had closed the border between the two.";

    private final List<String> coded = new ArrayList<>();
    private final ArticleCoding coding = new ArticleCoding(this::code);

    static {
        TrustedRecords.declare();
    }

    @Test
    void shouldNotReadAnArticleInAnotherLanguageWhateverItsSourceSays() {
        // when
        ArticleCoding.Result result = coding.take(article(FRENCH, "en", 1), null);

        // then
        assertThat(result.unread()).contains("fr");
        assertThat(result.mentions()).isEmpty();
        assertThat(coded).isEmpty();
    }

    @Test
    void shouldReadAnArticleInEnglishWhateverItsSourceSays() {
        assertThat(coding.take(article(ENGLISH, "fr", 1), null).unread()).isEmpty();
        assertThat(coded).containsExactly(ENGLISH);
    }

    @Test
    void shouldBelieveTheSourceWhereTheTextDoesNotTell() {
        assertThat(coding.unread(article("Lima.", "en", 1))).isEmpty();
        assertThat(coding.unread(article("Lima.", "", 1))).isEmpty();
        assertThat(coding.unread(article("Lima.", "es", 1))).contains("es");
        assertThat(coding.unread(article("Lima.", "tlh", 1))).contains("other");
    }

    @Test
    void shouldReadTheArticleOnceItComesInEnglish() {
        // given
        CodedArticle known = coding.take(article(FRENCH, "", 1), null).coded().orElseThrow();

        // when
        ArticleCoding.Result corrected = coding.take(article(ENGLISH, "", 2), known);

        // then
        assertThat(corrected.unread()).isEmpty();
        assertThat(coded).containsExactly(ENGLISH);
    }

    @Test
    void shouldCountForPeople() {
        assertThat(ReadLanguage.line(Map.of("fr", 4L, "de", 2L))).isEqualTo("6 (de 2, fr 4)");
    }

    private List<EventMention> code(Article article) {
        coded.add(article.body());
        return List.of();
    }

    private static RawArticle article(String body, String language, int hour) {
        Instant time = Instant.parse("2024-02-06T00:00:00Z").plusSeconds(hour * 3600L);
        return RawArticle.newBuilder()
                .setArticleId("a")
                .setContentHash(body)
                .setBody(body)
                .setLanguage(language)
                .setPublishedAt(time)
                .setPublishedAtBasis(PublishedAtBasis.STATED)
                .setFetchedAt(time)
                .build();
    }
}
