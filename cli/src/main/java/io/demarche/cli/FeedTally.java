package io.demarche.cli;

import io.demarche.avro.SourceState;
import io.demarche.producer.feed.CheckResult;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What a run made of a feed: of all its checks what was new, and how the last one ended. */
final class FeedTally {
    private long fresh;
    private @Nullable CheckResult last;

    void add(CheckResult result) {
        fresh += result.articles().size();
        last = result;
    }

    String words() {
        CheckResult result = last;
        return result == null ? "not asked" : words(result);
    }

    private String words(CheckResult result) {
        String earlier = fresh == 0 ? "" : ", new " + fresh;
        return switch (result.outcome()) {
            case READ ->
                "new " + fresh + ", known " + result.known()
                        + (result.left() == 0 ? "" : ", left to the next check " + result.left())
                        + since(result.state());
            case UNCHANGED -> "unchanged" + earlier + since(result.state());
            case FAILED -> "failed: " + result.state().getLastFailure() + earlier;
            case PAUSED -> "left alone until " + result.state().getNextCheck() + ", as its domain asked" + earlier;
        };
    }

    /** What was published before that day it did not see: a rise at it is none in the world. */
    private static String since(SourceState state) {
        return ", read since " + state.getSince().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
