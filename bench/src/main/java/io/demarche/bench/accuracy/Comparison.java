package io.demarche.bench.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was lost and won since the scores that are committed. A figure counts where it rests on enough acts; voices are shown
 * in the scores, but hold too few of them to decide.
 *
 * @param lost changes for the worse by more than one standard error
 * @param won changes for the better by more than one standard error
 * @param changed whether any figure differs at all
 */
record Comparison(List<Change> lost, List<Change> won, boolean changed) {
    private static final int ENOUGH = 20;

    static Comparison of(Scorecard before, Scorecard now) {
        List<Change> lost = new ArrayList<>();
        List<Change> won = new ArrayList<>();
        boolean changed = before.articles() != now.articles();
        for (Score old : before.scores().values()) {
            if (old.name().startsWith(Figures.VOICE) || old.tally().labelled() < ENOUGH) {
                continue;
            }
            Score score = now.scores().get(old.name());
            Change change = new Change(old, score == null ? nothing(old) : score);
            changed |= Math.abs(change.gain()) > 0.00005;
            if (change.gain() < -change.allowed()) {
                lost.add(change);
            } else if (change.gain() > change.allowed()) {
                won.add(change);
            }
        }
        return new Comparison(List.copyOf(lost), List.copyOf(won), changed);
    }

    /** The table of what was lost and won. */
    String table() {
        StringBuilder table = new StringBuilder();
        lost.forEach(change -> table.append(change.line("lost")));
        won.forEach(change -> table.append(change.line("won ")));
        return table.toString();
    }

    private static Score nothing(Score old) {
        double worst = old.scale() == Figure.Scale.ERROR ? 1 : 0;
        return new Score(old.name(), old.scale(), worst, 0, worst, worst, new Tally(0, 0, 0));
    }

    /** A figure before and now. */
    record Change(Score before, Score now) {
        double gain() {
            double more = now.value() - before.value();
            return before.scale() == Figure.Scale.ERROR ? -more : more;
        }

        /** One standard error, and where chance did not move the figure, one act. */
        double allowed() {
            return Math.max(before.standardError(), 1.0 / before.tally().labelled());
        }

        String line(String what) {
            return String.format(
                    Locale.ROOT,
                    "%s  %-32s %.3f -> %.3f  (standard error %.3f, of %d)%n",
                    what,
                    before.name(),
                    before.value(),
                    now.value(),
                    before.standardError(),
                    before.tally().labelled());
        }
    }
}
