package io.demarche.archive;

/**
 * What an archive took in.
 *
 * @param events announcements of events
 * @param readings readings of tension
 * @param alerts announcements of alerts
 * @param leftOut what a replay made, which is not kept
 * @param skipped records that could not be read
 */
public record ArchiveSummary(long events, long readings, long alerts, long leftOut, long skipped) {
    /** The figures for a person. */
    public String line() {
        return "events " + events + ", readings " + readings + ", alerts " + alerts + ", tests left out " + leftOut
                + ", unreadable " + skipped;
    }
}
