package io.demarche.producer;

import io.demarche.avro.RawArticle;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The articles of a run, by identity and version, with when they were published; the oldest are forgotten beyond a bound. */
final class SeenArticles {
    private final Map<Version, Instant> seen;

    private record Version(String articleId, String contentHash) {}

    SeenArticles(int bound) {
        seen = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Version, Instant> eldest) {
                return size() > bound;
            }
        };
    }

    /** Whether this version was not met before, or only as published later, so that it says something new. */
    boolean add(RawArticle article) {
        Version version = new Version(article.getArticleId(), article.getContentHash());
        Instant known = seen.get(version);
        if (known != null && !article.getPublishedAt().isBefore(known)) {
            return false;
        }
        seen.put(version, article.getPublishedAt());
        return true;
    }
}
