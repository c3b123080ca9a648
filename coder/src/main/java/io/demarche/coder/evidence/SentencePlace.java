package io.demarche.coder.evidence;

import io.demarche.coder.actor.Party;
import io.demarche.coder.candidate.Reading;
import java.util.List;

/**
 * A sentence in its article: what was read in it, who is spoken of in it and in the one before.
 *
 * @param reading what was read
 * @param index which sentence of the article
 * @param count how many sentences the article has
 * @param cast who is spoken of
 * @param before who was spoken of in the sentence read before
 * @param isNoState whether the sentence is about sport, business or the arts
 * @param clusters of its words
 * @param features to gather features in
 */
public record SentencePlace(
        Reading reading,
        int index,
        int count,
        SentenceCast cast,
        SentenceCast before,
        boolean isNoState,
        SentenceClusters clusters,
        Features features) {
    static final SentenceCast NOBODY = new SentenceCast(List.of());

    /** The party as the sentence names it nearest to the token; where it does not, as the article first does. */
    public Party party(String code, int token, Cast whole) {
        CastMention mention = cast.nearest(code, new TreePath(reading.tree(), token));
        return mention == null
                ? new Party(code, whole.name(code), "", token, Party.Basis.INFERRED)
                : new Party(code, mention.text(), mention.role(), mention.token(), Party.Basis.NAME);
    }

    /** Whether the phrase that the token heads stands for a state or an organisation. */
    boolean isParty(int token) {
        for (CastMention mention : cast.mentions()) {
            if (mention.token() == token) {
                return true;
            }
        }
        return false;
    }
}
