package io.demarche.bench.accuracy;

import java.io.PrintWriter;
import java.util.Locale;

/** A scorecard as lines on a terminal. */
final class ScoreTable {
    private ScoreTable() {}

    /** @param parts whether to show each type, construction and voice */
    static void print(Scorecard card, boolean parts, PrintWriter out) {
        out.printf(Locale.ROOT, "%n%s: %,d articles%n", card.set(), card.articles());
        for (Score score : card.scores().values()) {
            boolean part = score.name().contains(": ");
            if ((parts || !part) && score.tally().coded() + score.tally().labelled() > 0) {
                print(score, out);
            }
        }
        if (!card.bins().isEmpty()) {
            out.print("  share right by confidence");
            card.bins()
                    .forEach(bin -> out.printf(
                            Locale.ROOT, "  .%d+ %.2f of %d", Math.round(bin.from() * 10), bin.right(), bin.acts()));
            out.println();
        }
        out.flush();
    }

    private static void print(Score score, PrintWriter out) {
        Tally tally = score.tally();
        String rest = score.scale() == Figure.Scale.F1
                ? String.format(
                        Locale.ROOT,
                        "P %.3f  R %.3f  right %d coded %d labelled %d",
                        tally.precision(),
                        tally.recall(),
                        tally.right(),
                        tally.coded(),
                        tally.labelled())
                : String.format(Locale.ROOT, "%d of %d", tally.right(), tally.coded());
        out.printf(
                Locale.ROOT,
                "  %-34s %.3f [%.3f to %.3f]  %s%n",
                score.name(),
                score.value(),
                score.low(),
                score.high(),
                rest);
    }
}
