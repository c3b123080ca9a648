package io.demarche.producer.source;

import java.time.Instant;
import java.util.Optional;

/**
 * What holds for articles that do not say it themselves.
 *
 * @param published publication time of undated articles
 * @param publisher publisher of articles that name none; empty where unknown
 */
public record SourceDefaults(Optional<Instant> published, String publisher) {
    /** Nothing is known beyond what the articles say. */
    public static SourceDefaults none() {
        return new SourceDefaults(Optional.empty(), "");
    }

    /** Undated articles were published then. */
    public static SourceDefaults published(Instant published) {
        return new SourceDefaults(Optional.of(published), "");
    }
}
