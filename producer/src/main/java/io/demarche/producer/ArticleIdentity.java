package io.demarche.producer;

import io.demarche.producer.clean.CleanedText;
import io.demarche.producer.source.ArticleDraft;
import io.demarche.schemas.ContentId;

/**
 * Says which article a text is, and which version of it.
 *
 * <p>The article is identified by the first that exists of the source's own identity (guid), the canonical URL, and title
 * and body together; which of them it was is part of the hash, so that an identity of one kind never equals one of
 * another. A guid has to be unique over all sources: a source whose guids are not qualifies them itself.
 */
public final class ArticleIdentity {
    private ArticleIdentity() {}

    /** Identity of the article; the same for all its versions where it has a guid or a URL. */
    public static String articleId(ArticleDraft draft, CleanedText text) {
        if (draft.guid() != null) {
            return ContentId.of("guid", draft.guid());
        }
        if (draft.url() != null) {
            return ContentId.of("url", CanonicalUrl.of(draft.url()));
        }
        return ContentId.of("text", text.title(), text.body());
    }

    /** Identity of this version of the article: changes when title or body do. */
    public static String contentHash(CleanedText text) {
        return ContentId.of(text.title(), text.body());
    }
}
