/**
 * What a supervisor may ask of the running service: is it alive, is it ready. Promises to answer on loopback only, and to tell
 * the two apart: a rebalancing service is alive, not ready. May not know Kafka.
 */
@NullMarked
package io.demarche.streams.health;

import org.jspecify.annotations.NullMarked;
