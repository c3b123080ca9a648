package io.demarche.consumer;

import io.demarche.schemas.Topics;
import io.demarche.schemas.Topics.Topic;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * Where a reader takes its alerts from.
 *
 * @param topic all alerts, or those that were given up
 * @param of the sink whose alerts are read; empty where all are
 */
record AlertSource(Topic topic, Optional<String> of) {
    private static final AlertSource ALL = new AlertSource(Topics.ESCALATION_ALERTS, Optional.empty());

    /** What a sink reads that subscribes so. */
    static AlertSource of(Subscription subscription, String sink) {
        return subscription.undelivered() ? new AlertSource(Topics.UNDELIVERED_ALERTS, Optional.of(sink)) : ALL;
    }

    /** Whether a record is for this reader. */
    boolean takes(Headers headers) {
        return of.isEmpty() || of.equals(UndeliveredHeaders.sink(headers));
    }

    /** Whether what comes was held back before, and was to be told then: a sink is not asked again what it was told of. */
    boolean isGivenUp() {
        return of.isPresent();
    }
}
