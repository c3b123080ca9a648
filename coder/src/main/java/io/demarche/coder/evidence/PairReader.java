package io.demarche.coder.evidence;

import io.demarche.coder.act.RuleSides;
import io.demarche.coder.act.Sides;
import io.demarche.coder.act.Trigger;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.candidate.Reading;
import io.demarche.coder.evidence.SideFeatures.Around;
import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;

/** Gives each ordered pair of parties of a word what speaks for and against their being source and target. Immutable. */
public final class PairReader {
    private final Lexicon lexicon;
    private final NounReader nouns;
    private final SideFeatures sides;

    public PairReader(Lexicon lexicon, WordClusters clusters) {
        this.lexicon = lexicon;
        this.nouns = new NounReader(lexicon.nouns());
        this.sides = new SideFeatures(clusters);
    }

    /**
     * An ordered pair of parties.
     *
     * @param source who may act
     * @param target toward whom
     * @param features three lists: of the source, of the target, of both
     */
    public record Pair(String source, String target, int[][] features) {}

    /** All ordered pairs of the word's parties, for one kind of act; {@code ruled} is what {@link #ruled} says of the word. */
    public List<Pair> pairs(Told told, Sides ruled, String kind, Cast cast) {
        Around around = new Around(told, cast, kind);
        List<String> parties = told.parties();
        int[][] sources = new int[parties.size()][];
        int[][] targets = new int[parties.size()][];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = sides.of("S", parties.get(i), ruled, around);
            targets[i] = sides.of("T", parties.get(i), ruled, around);
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < sources.length; i++) {
            for (int j = 0; j < targets.length; j++) {
                if (i != j) {
                    int[] both = PairFeatures.of(parties.get(i), parties.get(j), ruled, around);
                    pairs.add(new Pair(parties.get(i), parties.get(j), new int[][] {sources[i], targets[j], both}));
                }
            }
        }
        return pairs;
    }

    /** Where the places of the first rule that fits lead, or those of any act where none does. */
    public Sides ruled(Told told) {
        Reading reading = told.place().reading();
        ActRule rule = told.triggers().first();
        return new RuleSides(reading.tree(), reading.actors(), nouns, lexicon.acts())
                .of(new Trigger(
                        rule == null ? ActRule.ANY : rule, told.triggers().word()));
    }
}
