/**
 * Where alerts go: the console, a file of JSON lines. Promises that what was flushed stays written, that a sink that keeps
 * what it wrote never writes the same or an older revision again, and that nothing in an alert can command a terminal.
 * May not know Kafka.
 */
@NullMarked
package io.demarche.consumer.sink;

import org.jspecify.annotations.NullMarked;
