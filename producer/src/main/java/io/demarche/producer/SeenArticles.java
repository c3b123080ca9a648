package io.demarche.producer;

import io.demarche.avro.RawArticle;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The articles of a run, each with the versions it was met in; beyond a bound the oldest articles are forgotten, and of each article the oldest versions. */
final class SeenArticles {
    /** Whoever follows a page that changes every minute meets more versions than are worth remembering. */
    static final int MOST_VERSIONS = 16;

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
        Set<String> before = versions.computeIfAbsent(article.getArticleId(), id -> new LinkedHashSet<>());
        boolean known = !before.isEmpty();
        if (!before.add(article.getContentHash())) {
            return Novelty.UNCHANGED;
        }
        if (before.size() > MOST_VERSIONS) {
            Iterator<String> oldest = before.iterator();
            oldest.next();
            oldest.remove();
        }
        return known ? Novelty.CORRECTION : Novelty.NEW;
    }
}
