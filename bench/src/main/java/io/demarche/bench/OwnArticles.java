package io.demarche.bench;

import io.demarche.coder.Article;
import java.util.List;

/** Articles of this project's own wording. */
final class OwnArticles {
    private OwnArticles() {}

    /** The articles that come with the program: diplomatic news, nearly every sentence of which must be parsed. */
    static List<Article> diplomatic() {
        return ArticleLines.resource("/io/demarche/cli/articles.jsonl");
    }

    /** Local news that names no state: what the prefilter is there to turn away. */
    static List<Article> local() {
        return ArticleLines.resource("/io/demarche/bench/local-news.jsonl");
    }
}
