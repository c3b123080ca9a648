package io.demarche.consumer.sink;

import io.demarche.schemas.DemarcheException;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * How a console sink prints.
 *
 * @param width characters a line, from 40 to 200
 * @param colour whether to mark levels with ANSI colours
 * @param unicode whether arrows, dashes and curly quotes can be shown
 */
public record ConsoleStyle(int width, boolean colour, boolean unicode) {
    private static final int NARROWEST = 40;
    private static final int WIDEST = 200;
    private static final int USUAL = 100;

    /**
     * @throws DemarcheException where the width is out of range
     */
    public ConsoleStyle {
        if (width < NARROWEST || width > WIDEST) {
            throw new DemarcheException("console width " + width + ": must be from " + NARROWEST + " to " + WIDEST);
        }
    }

    /** A hundred characters a line, no colour. */
    public static ConsoleStyle plain() {
        return new ConsoleStyle(USUAL, false, true);
    }

    /**
     * What suits a process: colour on a terminal only, and never where {@code NO_COLOR} is set to anything or {@code TERM}
     * is {@code dumb}; the width of {@code COLUMNS} within bounds, or else 100.
     *
     * @param environment the variables of the process
     * @param terminal whether its output is one
     * @param charset what its output is encoded in
     */
    public static ConsoleStyle detect(Map<String, String> environment, boolean terminal, Charset charset) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        boolean unicode = charset.canEncode() && charset.newEncoder().canEncode("–→“”…");
        return new ConsoleStyle(width(environment.getOrDefault("COLUMNS", "")), terminal && !refused, unicode);
    }

    private static int width(String columns) {
        return columns.matches("[0-9]{1,5}") ? Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns))) : USUAL;
    }
}
