package io.demarche.consumer;

import io.demarche.avro.EscalationAlert;
import org.jspecify.annotations.Nullable;

/**
 * An alert, and where it stood in the topic.
 *
 * @param trace the W3C trace context that it came with; null where it came with none
 */
record Arrival(
        int partition,
        long offset,
        EscalationAlert alert,
        @Nullable String trace) {}
