package io.demarche.coder.factuality;

import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.lexicon.Stances;
import io.demarche.coder.parse.ParsedSentence;
import java.util.Optional;

/** Reads off the tree what governs an act, from the act's own auxiliaries up to the root of the sentence. */
public final class StanceReader {
    private final ParsedSentence s;
    private final Governors governors;
    private final Quotations quotations;
    private final StanceClimb climb;

    public StanceReader(ParsedSentence s, Stances stances, Quotations quotations) {
        this.s = s;
        this.governors = new Governors(s, stances);
        this.quotations = quotations;
        this.climb = new StanceClimb(s, governors, stances);
    }

    /** What stands around the act at the token. */
    public Factuality read(int token) {
        return climb.from(token).finished(isQuoted(token));
    }

    /** The stance that the word at the token takes toward what it governs, with its particle ("rule out"). */
    public Optional<Stance> stance(int token) {
        return governors.stance(token);
    }

    /** Whether the token stands between quotation marks. */
    public boolean isQuoted(int token) {
        return quotations.isQuoted(s.begin(token));
    }
}
