package io.demarche.consumer;

/**
 * What of the alerts a subscriber is handed.
 *
 * @param from where reading starts in partitions in which the group has committed nothing; a committed offset is never moved
 * @param filter which alerts are wanted
 * @param undelivered whether to read, instead of all alerts, those that the sink did not take before
 */
public record Subscription(StartPoint from, AlertFilter filter, boolean undelivered) {
    /** What a subscriber gets who does not say, from where the group is. */
    public static final Subscription DEFAULT = new Subscription(new StartPoint.AsConfigured(), AlertFilter.DEFAULT);

    /** All alerts, as they are announced. */
    public Subscription(StartPoint from, AlertFilter filter) {
        this(from, filter, false);
    }
}
