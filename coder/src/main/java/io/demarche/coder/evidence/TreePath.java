package io.demarche.coder.evidence;

import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import org.jspecify.annotations.Nullable;

/**
 * The ways through a tree from one token to others: up to what both hang from, and down again. Remembers those that it was asked
 * for. Belongs to one thread.
 */
final class TreePath {
    private static final int DEEPEST = 12;
    private static final int LONGEST = 7;
    private static final int LONGEST_BRIEF = 9;
    private static final int NO_WAY = 99;
    private static final int FURTHEST = 99;

    private final ParsedSentence s;
    private final int from;
    private final int[] up = new int[DEEPEST];
    private final int steps;
    /** The ways that were asked for, by their end; features of many pairs and kinds of acts ask for the same. */
    private final @Nullable Way[] ways;

    /** What they cost, plus one; 0 where nobody asked. */
    private final int[] costs;

    /** Ways from this token. */
    TreePath(ParsedSentence s, int from) {
        this.s = s;
        this.from = from;
        int n = 0;
        for (int at = from; at >= 0 && n < DEEPEST; at = s.head(at)) {
            up[n++] = at;
        }
        this.steps = n;
        this.ways = new Way[s.size()];
        this.costs = new int[s.size()];
    }

    /** A way. */
    record Way(String full, String brief, int length) {}

    /** How far: arcs first, words second. */
    int cost(int to) {
        if (costs[to] == 0) {
            costs[to] = length(to) * (FURTHEST + 1) + Math.min(FURTHEST, Math.abs(from - to)) + 1;
        }
        return costs[to] - 1;
    }

    private int meet(int token) {
        for (int i = 0; i < steps; i++) {
            if (up[i] == token) {
                return i;
            }
        }
        return -1;
    }

    private int length(int to) {
        int down = 0;
        for (int at = to; at >= 0 && down < DEEPEST; at = s.head(at)) {
            int met = meet(at);
            if (met >= 0) {
                return met + down;
            }
            down++;
        }
        return NO_WAY;
    }

    Way to(int to) {
        Way known = ways[to];
        if (known == null) {
            known = way(to);
            ways[to] = known;
        }
        return known;
    }

    private Way way(int to) {
        int[] down = new int[DEEPEST];
        int n = 0;
        int met = -1;
        for (int at = to; at >= 0 && n < DEEPEST; at = s.head(at)) {
            met = meet(at);
            if (met >= 0) {
                break;
            }
            down[n++] = at;
        }
        if (met < 0) {
            return new Way("none", "none", NO_WAY);
        }
        StringBuilder full = new StringBuilder();
        StringBuilder brief = new StringBuilder();
        for (int i = 0; i < met; i++) {
            full.append('^');
            step(full, up[i]);
            brief.append('^').append(s.label(up[i]));
        }
        for (int i = n - 1; i >= 0; i--) {
            full.append('v');
            step(full, down[i]);
            if (i <= 1) {
                brief.append('v').append(s.label(down[i]));
            }
        }
        int length = met + n;
        return new Way(
                length > LONGEST ? "far" : full.toString(), length > LONGEST_BRIEF ? "far" : brief.toString(), length);
    }

    private void step(StringBuilder out, int token) {
        String label = s.label(token);
        out.append(label);
        switch (label) {
            case Label.PREP, Label.AGENT, Label.DATIVE, Label.MARK, Label.PCOMP ->
                out.append(':').append(s.lemma(token));
            default -> {}
        }
    }
}
