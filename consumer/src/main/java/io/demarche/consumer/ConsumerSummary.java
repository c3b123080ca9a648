package io.demarche.consumer;

/**
 * What a consumer did: {@code received = delivered + deadLettered + waiting + leftOut + skipped}.
 *
 * @param received records read from the topic, those read again after an outage counted once
 * @param delivered alerts that are in every sink, or that the receiver took
 * @param deadLettered alerts that a receiver did not take in the end
 * @param waiting alerts that were under way when it ended: they come again
 * @param leftOut alerts that the subscriber did not ask for, and ends of alerts that the sink was never told of
 * @param skipped records that were no alert
 */
public record ConsumerSummary(
        long received, long delivered, long deadLettered, long waiting, long leftOut, long skipped) {

    /** Of sinks that take everything at once. */
    public ConsumerSummary(long received, long delivered, long leftOut, long skipped) {
        this(received, delivered, 0, 0, leftOut, skipped);
    }

    /** One line for a person. */
    public String line() {
        return "received " + received + ", delivered " + delivered
                + (deadLettered > 0 ? ", to the dead letters " + deadLettered : "")
                + (waiting > 0 ? ", not yet delivered " + waiting : "")
                + ", left out " + leftOut + ", skipped " + skipped;
    }
}
