package io.demarche.coder.evidence;

import io.demarche.coder.act.RuleSides;
import io.demarche.coder.act.Sides;
import io.demarche.coder.act.Trigger;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.candidate.Reading;
import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;

/** Gives each ordered pair of parties of a word what speaks for and against their being source and target. Immutable. */
public final class PairReader {
    private final Lexicon lexicon;
    private final NounReader nouns;

    public PairReader(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.nouns = new NounReader(lexicon.nouns());
    }

    /**
     * An ordered pair of parties.
     *
     * @param source who may act
     * @param target toward whom
     * @param ofSource what is said of the source, the same list in all its pairs
     * @param ofTarget what is said of the target, the same list in all its pairs
     * @param ofBoth what is said of both together
     */
    public record Pair(String source, String target, int[] ofSource, int[] ofTarget, int[] ofBoth) {}

    /** Gives the pairs of one word, for one kind of act after the other. Belongs to one thread. */
    public static final class OfWord {
        private final Around around;
        private final Sides ruled;

        private OfWord(Around around, Sides ruled) {
            this.around = around;
            this.ruled = ruled;
        }

        /** All ordered pairs of the word's parties, for one kind of act. */
        public List<Pair> pairs(String kind) {
            Around asKind = around.as(kind);
            List<String> parties = around.told.parties();
            int[][] sources = new int[parties.size()][];
            int[][] targets = new int[parties.size()][];
            for (int i = 0; i < sources.length; i++) {
                sources[i] = SideFeatures.of("S", parties.get(i), ruled, asKind);
                targets[i] = SideFeatures.of("T", parties.get(i), ruled, asKind);
            }
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < sources.length; i++) {
                for (int j = 0; j < targets.length; j++) {
                    if (i != j) {
                        int[] both = PairFeatures.of(parties.get(i), parties.get(j), ruled, asKind);
                        pairs.add(new Pair(parties.get(i), parties.get(j), sources[i], targets[j], both));
                    }
                }
            }
            return pairs;
        }
    }

    /** Begins with a word. */
    public OfWord word(Told told, Cast cast) {
        return new OfWord(new Around(told, cast), ruled(told));
    }

    /** Where the places of the first rule that fits lead, or those of any act where none does. */
    private Sides ruled(Told told) {
        Reading reading = told.place().reading();
        ActRule rule = told.triggers().first();
        return new RuleSides(reading.tree(), reading.actors(), nouns, lexicon.acts())
                .of(new Trigger(
                        rule == null ? ActRule.ANY : rule, told.triggers().word()));
    }
}
