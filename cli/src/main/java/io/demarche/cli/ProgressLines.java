package io.demarche.cli;

import io.demarche.producer.RunListener;
import io.demarche.producer.RunSummary;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Remark;
import io.demarche.streams.coding.ReadLanguage;
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

    /** Says at the end what was counted alone, and what was not read. */
    void ended(Map<String, Long> unread) {
        said.forEach((remark, times) -> {
            if (times > SAID_IN_FULL) {
                err.println("demarche: " + remark.label() + " in " + times + " articles");
            }
        });
        if (!unread.isEmpty()) {
            err.println("demarche: articles not read, as they are not in English: " + ReadLanguage.line(unread));
        }
        err.flush();
    }

    @Override
    public void progressed(RunSummary soFar) {
        err.println("demarche: " + soFar.line());
        err.flush();
    }
}
