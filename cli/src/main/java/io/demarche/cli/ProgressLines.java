package io.demarche.cli;

import io.demarche.producer.RunListener;
import io.demarche.producer.RunSummary;
import io.demarche.producer.source.Rejection;
import java.io.PrintWriter;

/** Tells on standard error how a run of the producer goes. */
final class ProgressLines implements RunListener {
    private final PrintWriter err;
    private final boolean strict;

    /**
     * @param strict whether a rejected article ends the run: the error that ends it says why, once
     */
    ProgressLines(PrintWriter err, boolean strict) {
        this.err = err;
        this.strict = strict;
    }

    @Override
    public void rejected(Rejection rejection) {
        if (!strict) {
            err.println("demarche: rejected " + rejection.line());
            err.flush();
        }
    }

    @Override
    public void progressed(RunSummary soFar) {
        err.println("demarche: " + soFar.line());
        err.flush();
    }
}
