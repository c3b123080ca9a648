/**
 * Encrypted connections to servers that are no brokers, set up as Kafka's own are. Promises that the host name in a certificate is
 * checked, and one line that names the setting where a store cannot be opened. May not know what is asked.
 */
@NullMarked
package io.demarche.kafka.tls;

import org.jspecify.annotations.NullMarked;
