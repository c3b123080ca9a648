package io.demarche.streams;

import io.demarche.avro.PublishedAtBasis;
import io.demarche.avro.RawArticle;
import io.demarche.coder.Article;
import io.demarche.schemas.ContentId;
import io.demarche.schemas.TrustedRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Articles for tests. */
final class Articles {
    static {
        TrustedRecords.declare();
    }

    private Articles() {}

    /** An article that is fetched an hour after its publication at noon. */
    static RawArticle article(String id, String publishedOn, String... lines) {
        Instant published = LocalDate.parse(publishedOn).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return article(id, published, published.plusSeconds(3600), lines);
    }

    static RawArticle article(String id, Instant published, Instant fetched, String... lines) {
        String body = String.join("\n", lines);
        return RawArticle.newBuilder()
                .setArticleId(id)
                .setContentHash(ContentId.of(body))
                .setPublisher("The " + id + " Gazette")
                .setUrl("https://example.org/" + id)
                .setTitle("Title of " + id)
                .setBody(body)
                .setPublishedAt(published)
                .setPublishedAtBasis(PublishedAtBasis.STATED)
                .setFetchedAt(fetched)
                .build();
    }

    /** As the coder gets it. */
    static Article coded(RawArticle article) {
        return new Article(
                article.getArticleId(),
                article.getContentHash(),
                article.getPublisher(),
                article.getUrl(),
                article.getTitle(),
                article.getBody(),
                article.getPublishedAt(),
                article.getFetchedAt());
    }

    /** The same article with another text, fetched some hours later. */
    static RawArticle corrected(RawArticle article, int hoursLater, String... lines) {
        return article(
                article.getArticleId(),
                article.getPublishedAt(),
                article.getFetchedAt().plusSeconds(3600L * hoursLater),
                lines);
    }
}
