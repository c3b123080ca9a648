package io.demarche.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Where a run says how it goes: on a terminal, in a bar at the foot that is written over; elsewhere, line by line. What else is said
 * stands above the bar. Thread-safe.
 */
final class ProgressView {
    /** Set by the launcher where standard error is a terminal, which Java cannot tell. */
    static final String TERMINAL = "demarche.terminal";

    private static final Duration LINES = Duration.ofSeconds(10);
    private static final Duration BAR = Duration.ofSeconds(1);
    private static final int CELLS = 24;
    private static final int USUAL_WIDTH = 80;
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean bar;
    private final int width;
    private boolean drawn;

    private ProgressView(PrintWriter err, boolean bar, int width) {
        this.err = err;
        this.bar = bar;
        this.width = width;
    }

    /** Line by line. */
    static ProgressView lines(PrintWriter err) {
        return new ProgressView(err, false, USUAL_WIDTH);
    }

    /** In a bar of this width. */
    static ProgressView bar(PrintWriter err, int width) {
        return new ProgressView(err, true, width);
    }

    /** In a bar where standard error is a terminal that knows how to erase a line. */
    static ProgressView fitting(PrintWriter err, Map<String, String> environment) {
        boolean terminal = Boolean.getBoolean(TERMINAL)
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        String columns = environment.getOrDefault("COLUMNS", "");
        return terminal ? bar(err, columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : USUAL_WIDTH) : lines(err);
    }

    /** How often it is worth saying how far a run is. */
    Duration every() {
        return bar ? BAR : LINES;
    }

    /** A line that stays. */
    synchronized void say(String line) {
        erase();
        err.println("demarche: " + line);
        err.flush();
    }

    /**
     * How far a run is.
     *
     * @param share from 0 to 1; empty where that is not known
     */
    synchronized void progressed(OptionalDouble share, String words) {
        if (!bar) {
            say(share.isPresent() ? percent(share.getAsDouble()) + " %: " + words : words);
            return;
        }
        erase();
        String line = share.isPresent() ? drawn(share.getAsDouble()) + " " + words : words;
        // A line that reached the edge would be broken there, and could not be erased.
        err.print(line.length() < width ? line : line.substring(0, Math.max(0, width - 2)) + "…");
        err.flush();
        drawn = true;
    }

    /** The run has ended: the bar goes. */
    synchronized void ended() {
        erase();
        err.flush();
    }

    private void erase() {
        if (drawn) {
            err.print(ERASE);
            drawn = false;
        }
    }

    private static String drawn(double share) {
        int full = (int) Math.floor(share * CELLS);
        return "[" + "#".repeat(full) + ".".repeat(CELLS - full) + "] "
                + String.format(Locale.ROOT, "%3d", percent(share)) + " %";
    }

    private static int percent(double share) {
        return (int) Math.floor(share * 100);
    }
}
