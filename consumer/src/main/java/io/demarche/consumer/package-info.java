/**
 * From escalation-alerts to sinks, at least once. Promises that a sink that keeps what it wrote is never written the same
 * revision twice. May not know how an alert came about.
 */
@NullMarked
package io.demarche.consumer;

import org.jspecify.annotations.NullMarked;
