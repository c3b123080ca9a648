package io.demarche.coder.context;

import io.demarche.coder.parse.ParsedSentence;
import java.util.BitSet;
import java.util.Set;

/** Which tokens of a sentence stand between double quotation marks. */
public final class Quotes {
    private static final Set<String> MARKS = Set.of("\"", "``", "''");

    /** A mark behind one of these closes a quotation, here one that the sentence before opened. */
    private static final Set<String> CLOSING = Set.of(",", ".", "!", "?");

    private final BitSet quoted;

    private Quotes(BitSet quoted) {
        this.quoted = quoted;
    }

    static Quotes of(ParsedSentence s) {
        BitSet quoted = new BitSet();
        int open = -1;
        for (int i = 0; i < s.size(); i++) {
            if (MARKS.contains(s.form(i))) {
                if (open >= 0) {
                    quoted.set(open, i);
                    open = -1;
                } else if (i > 0 && i + 1 < s.size() && CLOSING.contains(s.form(i - 1))) {
                    quoted.set(0, i);
                } else {
                    open = i;
                }
            }
        }
        if (open >= 0) {
            quoted.set(open, s.size());
        }
        return new Quotes(quoted);
    }

    public boolean isQuoted(int token) {
        return quoted.get(token);
    }
}
