package io.demarche.bench.accuracy;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Something that is measured: numbers of each article, which are summed over the articles, and what follows from the sums.
 * The first three numbers are a {@link Tally}.
 *
 * @param name what it is called, in the scores too
 * @param scale how it is read
 * @param counts the numbers of an article
 * @param value what follows from their sums
 */
record Figure(String name, Scale scale, Function<Outcome, double[]> counts, ToDoubleFunction<double[]> value) {
    /** How a figure is read. */
    enum Scale {
        /** The harmonic mean of precision and recall. */
        F1,
        /** Right of labelled; nothing else can be wrong. */
        SHARE,
        /** The less, the better. */
        ERROR
    }

    static Figure f1(String name, Function<Outcome, Tally> tally) {
        return new Figure(
                name,
                Scale.F1,
                outcome -> tally.apply(outcome).vector(),
                sums -> Tally.of(sums).f1());
    }

    static Figure share(String name, Function<Outcome, Tally> tally) {
        return new Figure(
                name,
                Scale.SHARE,
                outcome -> tally.apply(outcome).vector(),
                sums -> Tally.of(sums).recall());
    }

    static Figure error(String name, Function<Outcome, Tally> tally) {
        return new Figure(
                name,
                Scale.ERROR,
                outcome -> tally.apply(outcome).vector(),
                sums -> Tally.of(sums).precision());
    }
}
