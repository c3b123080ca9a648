package io.demarche.producer;

import io.demarche.avro.RawArticle;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The articles of a run, each with the versions it was met in; the oldest articles are forgotten beyond a bound. */
final class SeenArticles {
    private final Map<String, Set<String>> versions;

    /** What an article is to those before it. */
    enum Novelty {
        /** Not met before. */
        NEW,
        /** Met before, in another version. */
        CORRECTION,
        /** Met before, in this version. */
        UNCHANGED
    }

    SeenArticles(int bound) {
        versions = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
                return size() > bound;
            }
        };
    }

    /** What this article is; it is known from now on. */
    Novelty add(RawArticle article) {
        Set<String> before = versions.computeIfAbsent(article.getArticleId(), id -> new HashSet<>());
        boolean known = !before.isEmpty();
        if (!before.add(article.getContentHash())) {
            return Novelty.UNCHANGED;
        }
        return known ? Novelty.CORRECTION : Novelty.NEW;
    }
}
