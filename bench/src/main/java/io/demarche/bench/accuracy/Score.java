package io.demarche.bench.accuracy;

/**
 * A figure as it was measured on a set.
 *
 * @param name the figure's
 * @param scale how it is read
 * @param value the figure
 * @param standardError by bootstrap over articles
 * @param low lower end of the 95 % interval
 * @param high upper end
 * @param tally what it rests on
 */
record Score(
        String name, Figure.Scale scale, double value, double standardError, double low, double high, Tally tally) {}
