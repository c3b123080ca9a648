/**
 * Keeps Prometheus Alertmanager told of the alerts that fire. Promises that an alert has the same labels over all its revisions, that
 * what fires is told again before Alertmanager forgets it, and that nothing ends there that did not begin there. May not know Kafka.
 */
@NullMarked
package io.demarche.consumer.alertmanager;

import org.jspecify.annotations.NullMarked;
