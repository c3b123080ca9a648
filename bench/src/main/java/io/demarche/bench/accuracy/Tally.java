package io.demarche.bench.accuracy;

/**
 * What was right, of what was coded and of what is labelled.
 *
 * @param right found and labelled
 * @param coded found
 * @param labelled there to find
 */
record Tally(int right, int coded, int labelled) {
    double precision() {
        return share(right, coded);
    }

    double recall() {
        return share(right, labelled);
    }

    double f1() {
        return share(2.0 * right, coded + labelled);
    }

    static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    double[] vector() {
        return new double[] {right, coded, labelled};
    }

    static Tally of(double[] sums) {
        return new Tally((int) sums[0], (int) sums[1], (int) sums[2]);
    }
}
