package io.demarche.training;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/** Lines of progress, each with the seconds since the beginning. */
final class Progress implements Consumer<String> {
    private final PrintWriter out;
    private final Instant begin = Instant.now();

    Progress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(String line) {
        long seconds = Duration.between(begin, Instant.now()).toSeconds();
        out.printf(Locale.ROOT, "%5d s  %s%n", seconds, line);
        out.flush();
    }
}
