package io.demarche.web.articles;

import io.demarche.archive.store.ArticlePlace;
import io.demarche.avro.RawArticle;
import java.util.Optional;

/** Has the texts of articles. */
public interface ArticleTexts {
    /**
     * The article at a place; empty where it is kept no more.
     *
     * @throws UnreadArticleException where it cannot be read now
     */
    Optional<RawArticle> read(ArticlePlace place);
}
