package io.demarche.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.PublishedAtBasis;
import io.demarche.producer.clean.CleanedText;
import io.demarche.producer.source.ArticleDraft;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleIdentityTest {
    private static final CleanedText TEXT = new CleanedText("Protest", "Paris protested.", false);
    private static final CleanedText CORRECTED = new CleanedText("Protest", "Lyon protested.", false);

    @Test
    void shouldGoByTheGuidBeforeTheUrl() {
        assertThat(id("a", "https://x.example/1", TEXT)).isEqualTo(id("a", "https://x.example/2", CORRECTED));
    }

    @Test
    void shouldGoByTheUrlBeforeTheText() {
        assertThat(id(null, "https://x.example/1", TEXT)).isEqualTo(id(null, "https://x.example/1", CORRECTED));
    }

    @Test
    void shouldGoByTheTextWhereThereIsNothingElse() {
        assertThat(id(null, null, TEXT)).isNotEqualTo(id(null, null, CORRECTED));
    }

    @Test
    void shouldNotTakeAGuidForAUrl() {
        assertThat(id("https://x.example/1", null, TEXT)).isNotEqualTo(id(null, "https://x.example/1", TEXT));
    }

    @Test
    void shouldChangeTheContentHashWithTheText() {
        assertThat(ArticleIdentity.contentHash(TEXT)).isNotEqualTo(ArticleIdentity.contentHash(CORRECTED));
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP://News.Example:80/A/b/?utm_source=x&id=2#top, https://news.example/A/b?id=2",
        "https://news.example:443, https://news.example",
        "https://news.example/, https://news.example",
        "https://news.example:8443/a, https://news.example:8443/a",
        "https://news.example/a?b=2&a=1, https://news.example/a?a=1&b=2",
        "https://news.example/a?fbclid=1&gclid=2, https://news.example/a",
        "https://news.example/%c3%a9, https://news.example/%C3%A9",
        "https://news.example/caf\u00e9 x, https://news.example/caf\u00e9 x",
        "urn:isbn:1, urn:isbn:1"
    })
    void shouldGiveOnePageOneAddress(String url, String canonical) {
        assertThat(CanonicalUrl.of(url)).isEqualTo(canonical);
    }

    private static String id(@Nullable String guid, @Nullable String url, CleanedText text) {
        ArticleDraft draft = new ArticleDraft(
                "in", guid, url, "", text.title(), text.body(), "en", Instant.EPOCH, PublishedAtBasis.STATED, null);
        return ArticleIdentity.articleId(draft, text);
    }
}
