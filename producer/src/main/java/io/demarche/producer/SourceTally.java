package io.demarche.producer;

import io.demarche.producer.source.NamedSource;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Rejection.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source of a run under way, and what is counted of it. */
final class SourceTally {
    private final NamedSource source;
    private final RunCounts counts = new RunCounts();
    private @Nullable Rejection failure;
    private @Nullable String where;

    SourceTally(NamedSource source) {
        this.source = source;
    }

    NamedSource source() {
        return source;
    }

    RunCounts counts() {
        return counts;
    }

    /** An item of it was read that stands there. */
    void read(String place) {
        counts.read();
        where = place;
    }

    /** Where its last item stands. */
    @Nullable
    String where() {
        return where;
    }

    void rejected(Rejection rejection) {
        counts.rejected(rejection.reason());
        if (failure == null && (rejection.reason() == Reason.UNREADABLE || rejection.reason() == Reason.EMPTY)) {
            failure = rejection;
        }
    }

    SourceSummary summary() {
        RunSummary summary = counts.summary(false);
        boolean nothing = summary.sent() + summary.duplicate() == 0;
        return new SourceSummary(source.name(), summary, nothing ? Optional.ofNullable(failure) : Optional.empty());
    }
}
