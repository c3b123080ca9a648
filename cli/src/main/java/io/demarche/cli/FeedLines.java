package io.demarche.cli;

import io.demarche.avro.SourceState;
import io.demarche.producer.FeedListener;
import io.demarche.producer.FeedSummary;
import io.demarche.producer.feed.CheckResult;
import io.demarche.producer.feed.CheckResult.Outcome;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Remark;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells on standard error how the reading of feeds goes, and remembers what to say of each at the end. */
final class FeedLines implements FeedListener {
    private final PrintWriter err;
    private final ProgressLines articles;
    private final Map<String, String> last = new LinkedHashMap<>();
    private final Map<String, String> failing = new LinkedHashMap<>();

    FeedLines(PrintWriter err, ProgressLines articles) {
        this.err = err;
        this.articles = articles;
    }

    @Override
    public void checked(CheckResult result) {
        SourceState state = result.state();
        last.put(state.getSource(), words(result));
        // A feed that goes on failing for one reason is told of once.
        if (result.outcome() == Outcome.FAILED) {
            if (!state.getLastFailure().equals(failing.put(state.getSource(), state.getLastFailure()))) {
                say(state.getSource() + ": " + state.getLastFailure() + "; next check " + state.getNextCheck());
            }
        } else if (result.outcome() != Outcome.PAUSED && failing.remove(state.getSource()) != null) {
            say(state.getSource() + ": answers again");
        }
    }

    private static String words(CheckResult result) {
        return switch (result.outcome()) {
            case READ -> "new " + result.articles().size() + ", known " + result.known();
            case UNCHANGED -> "unchanged";
            case FAILED -> "failed: " + result.state().getLastFailure();
            case PAUSED -> "left alone until " + result.state().getNextCheck() + ", as its domain asked";
        };
    }

    @Override
    public void rejected(Rejection rejection) {
        articles.rejected(rejection);
    }

    @Override
    public void remarked(String where, Remark remark) {
        articles.remarked(where, remark);
    }

    @Override
    public void progressed(FeedSummary soFar) {
        say(soFar.line());
    }

    private void say(String what) {
        err.println("demarche: " + what);
        err.flush();
    }

    /** What came of each feed's last check. */
    Map<String, String> last() {
        return last;
    }
}
