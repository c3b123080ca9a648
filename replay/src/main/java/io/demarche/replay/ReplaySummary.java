package io.demarche.replay;

/**
 * What a replay did.
 *
 * @param read records of the stretch that it met
 * @param replayed those that it wrote, or would have written in a dry run
 * @param passedOver those under other keys
 * @param finished whether the end of the stretch was reached, rather than the limit or an interruption
 */
public record ReplaySummary(long read, long replayed, long passedOver, boolean finished) {
    /** One line for a person. */
    public String line() {
        return "read " + read + ", replayed " + replayed + ", passed over " + passedOver
                + (finished ? "" : ", not finished: the same command goes on from here");
    }
}
