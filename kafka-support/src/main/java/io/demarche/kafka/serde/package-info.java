/**
 * Records as bytes: Avro behind Confluent's wire format (a zero byte, the schema's id in four bytes, Avro binary), and the
 * one place that knows which serde class is the default. Promises that bad bytes throw Kafka's SerializationException and
 * an outage of the registry does not. May not know which topics carry which records, nor what the records mean.
 */
@NullMarked
package io.demarche.kafka.serde;

import org.jspecify.annotations.NullMarked;
