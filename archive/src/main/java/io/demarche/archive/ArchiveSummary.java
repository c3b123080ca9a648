package io.demarche.archive;

/**
 * What an archive took in.
 *
 * @param events announcements of events
 * @param readings readings of tension
 * @param alerts announcements of alerts
 * @param verdicts what analysts said
 * @param leftOut what a replay made, which is not kept
 * @param skipped records that could not be read
 */
public record ArchiveSummary(long events, long readings, long alerts, long verdicts, long leftOut, long skipped) {
    /** The figures for a person. */
    public String line() {
        return "events " + events + ", readings " + readings + ", alerts " + alerts + ", verdicts " + verdicts
                + ", tests left out " + leftOut + ", unreadable " + skipped;
    }
}
