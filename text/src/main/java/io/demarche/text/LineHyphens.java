package io.demarche.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Tells the hyphen that a word has of its own from the one that parts it at the end of a line. Immutable. */
final class LineHyphens {
    private final Set<String> heads = new HashSet<>();
    private final Set<String> tails = new HashSet<>();
    private final Set<String> links = new HashSet<>();

    private LineHyphens() {}

    /** What becomes of a hyphen and the end of line behind it. */
    enum Outcome {
        /** It parted a word: both go. */
        JOINED,
        /** It is the word's own: the end of line goes. */
        KEPT,
        /** "pre- and post-war": both stay. */
        LEFT
    }

    static LineHyphens load() {
        LineHyphens hyphens = new LineHyphens();
        Table table = Table.load(Table.class, "line-hyphens.tsv", "side", "word");
        for (Table.Row row : table.rows()) {
            switch (row.first()) {
                case "head" -> hyphens.heads.add(row.second());
                case "tail" -> hyphens.tails.add(row.second());
                case "link" -> hyphens.links.add(row.second());
                default -> throw table.problem(row, "unknown side " + row.first());
            }
        }
        return hyphens;
    }

    /**
     * What to make of {@code head-⏎tail}.
     *
     * @param head the letters before the hyphen
     * @param hyphenated whether another hyphen stands before the head or behind the tail
     * @param tail the letters that open the next line
     */
    Outcome outcome(String head, boolean hyphenated, String tail) {
        if (hyphenated) {
            return Outcome.KEPT;
        }
        if (links.contains(tail)) {
            return Outcome.LEFT;
        }
        return head.length() < 2 || heads.contains(head.toLowerCase(Locale.ROOT)) || tails.contains(tail)
                ? Outcome.KEPT
                : Outcome.JOINED;
    }
}
