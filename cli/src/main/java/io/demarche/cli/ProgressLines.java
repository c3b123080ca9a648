package io.demarche.cli;

import io.demarche.producer.RunListener;
import io.demarche.producer.RunSummary;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Remark;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;

/** Tells on standard error how a run of the producer goes. */
final class ProgressLines implements RunListener {
    private static final int SAID_IN_FULL = 5;

    private final Map<Remark, Integer> said = new EnumMap<>(Remark.class);
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
    public void remarked(String where, Remark remark) {
        int before = said.getOrDefault(remark, 0);
        said.put(remark, before + 1);
        if (before < SAID_IN_FULL) {
            err.println("demarche: " + where + ": " + remark.detail());
        } else if (before == SAID_IN_FULL) {
            err.println("demarche: " + remark.label() + ": further ones are counted alone");
        }
        err.flush();
    }

    @Override
    public void progressed(RunSummary soFar) {
        err.println("demarche: " + soFar.line());
        err.flush();
    }
}
