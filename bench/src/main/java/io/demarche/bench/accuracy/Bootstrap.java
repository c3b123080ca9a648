package io.demarche.bench.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How far chance moves a figure: it is measured on a thousand draws of as many articles, with repetition. Acts of one article
 * stand or fall together, so articles are drawn, not acts. The draws are the same in every run.
 */
final class Bootstrap {
    private static final int DRAWS = 1000;
    private static final long SEED = 14;
    private static final double TAIL = 0.025;

    private Bootstrap() {}

    static List<Score> scores(List<Figure> figures, List<Outcome> outcomes) {
        int[][] draws = draws(outcomes.size());
        List<Score> scores = new ArrayList<>();
        for (Figure figure : figures) {
            scores.add(score(figure, outcomes, draws));
        }
        return scores;
    }

    private static Score score(Figure figure, List<Outcome> outcomes, int[][] draws) {
        double[][] counts = outcomes.stream().map(figure.counts()).toArray(double[][]::new);
        int[] once = new int[counts.length];
        Arrays.fill(once, 1);
        double[] whole = sums(counts, once);
        double[] values = new double[draws.length];
        for (int i = 0; i < draws.length; i++) {
            values[i] = figure.value().applyAsDouble(sums(counts, draws[i]));
        }
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        Arrays.sort(values);
        return new Score(
                figure.name(),
                figure.scale(),
                figure.value().applyAsDouble(whole),
                Math.sqrt(variance),
                values[(int) (TAIL * values.length)],
                values[(int) Math.ceil((1 - TAIL) * values.length) - 1],
                Tally.of(whole));
    }

    /** How often each article is drawn, for each draw. */
    private static int[][] draws(int articles) {
        Random random = new Random(SEED);
        int[][] draws = new int[DRAWS][articles];
        for (int[] times : draws) {
            for (int i = 0; i < articles; i++) {
                times[random.nextInt(articles)]++;
            }
        }
        return draws;
    }

    private static double[] sums(double[][] counts, int[] times) {
        double[] sums = new double[counts.length == 0 ? 3 : counts[0].length];
        for (int article = 0; article < counts.length; article++) {
            if (times[article] > 0 && counts[article][1] + counts[article][2] > 0) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += times[article] * counts[article][i];
                }
            }
        }
        return sums;
    }
}
