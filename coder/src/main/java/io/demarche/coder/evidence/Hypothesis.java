package io.demarche.coder.evidence;

/**
 * That a word tells a certain act between two parties.
 *
 * @param told the word
 * @param source who acts
 * @param target toward whom
 * @param kind the kind of act, a class of {@link ActTypes}
 * @param figures what speaks for and against it, see {@link Hypotheses}
 */
public record Hypothesis(Told told, String source, String target, int kind, double[] figures) {
    static final int CHANCE = 4;

    /** By the two linear models alone: the chance of the kind, times that of the pair. */
    public double chance() {
        return EvidenceReader.chance(figures[CHANCE]);
    }
}
