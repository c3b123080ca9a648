/**
 * The figures of a running instance for whoever watches it: what it counted, how long coding takes, and what Kafka measures.
 * Promises one figure for every count. May know the counters and the coder's interface, not the topology.
 */
@NullMarked
package io.demarche.streams.metrics;

import org.jspecify.annotations.NullMarked;
