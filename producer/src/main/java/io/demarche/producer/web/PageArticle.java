package io.demarche.producer.web;

import io.demarche.avro.PublishedAtBasis;
import io.demarche.producer.date.StatedDate;
import io.demarche.producer.page.Page;
import io.demarche.producer.source.ArticleDraft;
import io.demarche.producer.source.Remark;
import java.time.Instant;
import java.util.Set;

/** Makes an article of a page. */
final class PageArticle {
    private PageArticle() {}

    /**
     * @param where the page is, for messages
     * @param fetched when it was
     */
    static ArticleDraft of(String where, Page page, Instant fetched) {
        boolean dated = page.published().isPresent();
        return new ArticleDraft(
                where,
                null,
                page.url().orElse(null),
                page.publisher(),
                page.title(),
                page.text(),
                page.language().orElse(""),
                page.published().map(StatedDate::instant).orElse(fetched),
                dated ? PublishedAtBasis.STATED : PublishedAtBasis.FETCH_TIME,
                fetched,
                dated ? Set.of() : Set.of(Remark.FETCH_TIME),
                page.published().map(StatedDate::offsetMinutes).orElse(0));
    }
}
