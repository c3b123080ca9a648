/**
 * A client of a schema registry that speaks Confluent's protocol. Promises that bad data and an outage are told apart by the
 * exception. May not know the records of Demarche, nor what answers.
 */
@NullMarked
package io.demarche.kafka.registry;

import org.jspecify.annotations.NullMarked;
