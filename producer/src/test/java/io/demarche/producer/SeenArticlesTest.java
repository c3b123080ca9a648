package io.demarche.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.RawArticle;
import io.demarche.producer.SeenArticles.Novelty;
import io.demarche.schemas.TrustedRecords;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeenArticlesTest {
    static {
        TrustedRecords.declare();
    }

    private static RawArticle article(String id, String version) {
        return RawArticle.newBuilder()
                .setArticleId(id)
                .setUrl("https://news.example/" + id)
                .setPublisher("news.example")
                .setTitle("Lamps")
                .setBody(version)
                .setLanguage("en")
                .setPublishedAt(Instant.EPOCH)
                .setFetchedAt(Instant.EPOCH)
                .setContentHash(version)
                .build();
    }

    @Test
    void shouldTellAnotherVersionFromTheSameAgain() {
        SeenArticles seen = new SeenArticles(10);

        assertThat(seen.add(article("a", "1"))).isEqualTo(Novelty.NEW);
        assertThat(seen.add(article("a", "1"))).isEqualTo(Novelty.UNCHANGED);
        assertThat(seen.add(article("a", "2"))).isEqualTo(Novelty.CORRECTION);
        assertThat(seen.add(article("a", "1"))).isEqualTo(Novelty.UNCHANGED);
    }

    @Test
    void shouldForgetTheOldestArticleBeyondTheBound() {
        SeenArticles seen = new SeenArticles(2);
        for (String id : new String[] {"a", "b", "c"}) {
            seen.add(article(id, "1"));
        }

        assertThat(seen.add(article("c", "1"))).isEqualTo(Novelty.UNCHANGED);
        assertThat(seen.add(article("a", "1"))).isEqualTo(Novelty.NEW);
    }

    @Test
    void shouldForgetTheOldestVersionsOfAnArticleThatChangesForEver() {
        SeenArticles seen = new SeenArticles(2);
        for (int version = 0; version <= SeenArticles.MOST_VERSIONS; version++) {
            seen.add(article("a", "" + version));
        }

        assertThat(seen.add(article("a", "1"))).isEqualTo(Novelty.UNCHANGED);
        assertThat(seen.add(article("a", "0"))).isEqualTo(Novelty.CORRECTION);
    }
}
