/**
 * Delivers alerts to receivers that may be slow, away or wrong. Promises that the revisions of an episode arrive in order, that each
 * is tried until it is taken or given up after three days into the dead letters, and that an alert counts as done only then. Time
 * and chance are given. May not know Kafka, nor what a receiver speaks.
 */
@NullMarked
package io.demarche.consumer.delivery;

import org.jspecify.annotations.NullMarked;
