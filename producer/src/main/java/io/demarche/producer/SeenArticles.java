package io.demarche.producer;

import io.demarche.avro.RawArticle;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The articles of a run, by identity and version; the oldest are forgotten beyond a bound. */
final class SeenArticles {
    private final Set<Version> seen;

    private record Version(String articleId, String contentHash) {}

    SeenArticles(int bound) {
        seen = Collections.newSetFromMap(new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Version, Boolean> eldest) {
                return size() > bound;
            }
        });
    }

    /** Whether this version was not met before; it is from now on. */
    boolean add(RawArticle article) {
        return seen.add(new Version(article.getArticleId(), article.getContentHash()));
    }
}
