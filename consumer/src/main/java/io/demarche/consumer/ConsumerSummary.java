package io.demarche.consumer;

/**
 * What a consumer did: {@code received = delivered + leftOut + skipped}.
 *
 * @param received records read from the topic, those read again after an outage counted once
 * @param delivered alerts handed to every sink
 * @param leftOut alerts that the subscriber did not ask for
 * @param skipped records that were no alert
 */
public record ConsumerSummary(long received, long delivered, long leftOut, long skipped) {
    /** One line for a person. */
    public String line() {
        return "received " + received + ", delivered " + delivered + ", left out " + leftOut + ", skipped " + skipped;
    }
}
