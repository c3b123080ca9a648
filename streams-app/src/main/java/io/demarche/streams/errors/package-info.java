/**
 * What becomes of a record that fails: bad data goes to the dead letter queue with its origin, an outage fails the task and is
 * tried again. Promises that no outage is ever dead-lettered and that no bad record stops those behind it. May not know what
 * the records mean.
 */
@NullMarked
package io.demarche.streams.errors;

import org.jspecify.annotations.NullMarked;
