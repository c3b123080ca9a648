/**
 * The tables: opened, brought up to date, written and emptied. Promises that a batch and the offsets behind it are written
 * together or not at all, and that a lower revision never replaces a higher. May not know Kafka.
 */
@NullMarked
package io.demarche.archive.store;

import org.jspecify.annotations.NullMarked;
