package io.demarche.producer;

import io.demarche.avro.SourceState;
import io.demarche.avro.SourceStatus;
import io.demarche.producer.source.Rejection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps in {@code source-state} since when files, archives and pages are read, how much was sent of them, and up to where: whoever wonders
 * at a rise of news finds there what came in at that time. Feeds keep their own.
 */
final class SourceMemory {
    private final Map<String, SourceState> before;
    private final ArticleOutlet outlet;
    private final InstantSource clock;

    /**
     * @param before what is remembered of sources when the run begins
     */
    SourceMemory(Map<String, SourceState> before, ArticleOutlet outlet, InstantSource clock) {
        this.before = Map.copyOf(before);
        this.outlet = outlet;
        this.clock = clock;
    }

    /**
     * Keeps how a source stands. To be called when all that is counted is acknowledged.
     *
     * @param where its last article stands; absent where it has none
     */
    void keep(SourceSummary source, @Nullable String where) {
        SourceState known = before.get(source.name());
        if (known != null && known.getStatus() != SourceStatus.READ) {
            return; // an address that is read as a feed too
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int failures = known == null ? 0 : known.getFailures();
        SourceState.Builder state = known == null
                ? SourceState.newBuilder().setSource(source.name()).setSince(now)
                : SourceState.newBuilder(known);
        state.setStatus(SourceStatus.READ)
                .setAddress(where == null ? source.name() : where)
                .setLastCheck(now)
                .setNextCheck(now)
                .setItems(
                        (known == null ? 0 : known.getItems()) + source.counts().sent())
                .setFailures(source.failure().isPresent() ? failures + 1 : 0)
                .setLastFailure(source.failure().map(Rejection::detail).orElse(""));
        if (source.failure().isEmpty()) {
            state.setLastSuccess(now);
        }
        outlet.remember(state.build());
    }
}
