package io.demarche.coder.factuality;

import java.util.BitSet;

/**
 * Which characters of a body stand between double quotation marks. Straight marks open after white space and close before
 * it; a paragraph that opens a quotation and does not close it is quoted to its end, for news closes only the last of
 * several quoted paragraphs.
 */
public final class Quotations {
    private final BitSet quoted;

    private Quotations(BitSet quoted) {
        this.quoted = quoted;
    }

    /** Reads the quotations of a body, in linear time. */
    public static Quotations of(String body) {
        BitSet quoted = new BitSet();
        int open = -1;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '\n' && i + 1 < body.length() && body.charAt(i + 1) == '\n') {
                if (open >= 0) {
                    quoted.set(open, i);
                    open = -1;
                }
            } else if (opens(body, i)) {
                open = open < 0 ? i : open;
            } else if (closes(body, i) && open >= 0) {
                quoted.set(open, i);
                open = -1;
            }
        }
        if (open >= 0) {
            quoted.set(open, body.length());
        }
        return new Quotations(quoted);
    }

    private static boolean opens(String body, int i) {
        char c = body.charAt(i);
        return c == '\u201c'
                || c == '"'
                        && (i == 0 || !isClose(body.charAt(i - 1)))
                        && i + 1 < body.length()
                        && !Character.isWhitespace(body.charAt(i + 1));
    }

    private static boolean closes(String body, int i) {
        char c = body.charAt(i);
        return c == '\u201d' || c == '"';
    }

    /** Whether a mark behind this character closes a quotation. */
    private static boolean isClose(char before) {
        return Character.isLetterOrDigit(before) || ".,!?)]'%".indexOf(before) >= 0;
    }

    /** Whether the character at the offset is quoted. */
    public boolean isQuoted(int offset) {
        return quoted.get(offset);
    }
}
