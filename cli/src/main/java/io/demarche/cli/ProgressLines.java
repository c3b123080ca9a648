package io.demarche.cli;

import io.demarche.producer.RunListener;
import io.demarche.producer.RunSummary;
import io.demarche.producer.source.Rejection;
import java.io.PrintWriter;

/** Tells on standard error how a run of the producer goes. */
final class ProgressLines implements RunListener {
    private final PrintWriter err;

    ProgressLines(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void rejected(Rejection rejection) {
        err.println("demarche: rejected " + rejection.line());
        err.flush();
    }

    @Override
    public void progressed(RunSummary soFar) {
        err.println("demarche: " + soFar.line());
        err.flush();
    }
}
