package io.demarche.producer;

import io.demarche.producer.source.Rejection;
import java.util.Optional;

/**
 * What a run made of one of its sources.
 *
 * @param name as whoever runs it named it
 * @param counts of its articles alone; ticks are those that its articles caused
 * @param failure why nothing could be taken of it; empty where something was, or where there was nothing to take
 */
public record SourceSummary(String name, RunSummary counts, Optional<Rejection> failure) {
    /** One line for a person. */
    public String line() {
        return name + ": " + failure.map(why -> "failed: " + why.detail()).orElseGet(counts::lineOfSource);
    }
}
