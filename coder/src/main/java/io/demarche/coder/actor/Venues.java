package io.demarche.coder.actor;

import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.Name;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import java.util.List;

/** Capitals that say where something took place and not whose government took part. */
public final class Venues {
    private static final List<String> VENUED = WordClasses.list("venued");
    private static final List<String> GATHERINGS = WordClasses.list("gatherings");

    private final ParsedSentence s;
    private final NameMentions names;
    private final NounReader nouns;

    Venues(ParsedSentence s, NameMentions names, NounReader nouns) {
        this.s = s;
        this.names = names;
        this.nouns = nouns;
    }

    /** "the Geneva talks", "the Minsk agreement" are called after where they were held. */
    public boolean isNamesake(int modifier) {
        return isSeat(modifier) && s.head(modifier) > modifier && nouns.isAny(s, s.head(modifier), VENUED);
    }

    /** "agreed in Paris", "the talks in Paris". */
    public boolean isWhere(Party party) {
        int preposition = s.head(party.token());
        int above = preposition < 0 ? -1 : s.head(preposition);
        return above >= 0
                && s.label(party.token()).equals(Label.POBJ)
                && Words.lower(s, preposition).equals("in")
                && (Words.isVerb(s, above) || nouns.isAny(s, above, GATHERINGS))
                && isSeat(party.token());
    }

    private boolean isSeat(int token) {
        NameMention mention = names.headedBy(token);
        return mention != null && mention.name().kind() == Name.Kind.SEAT;
    }
}
