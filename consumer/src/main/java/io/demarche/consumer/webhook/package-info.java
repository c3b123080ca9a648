/**
 * Hands alerts to web addresses as Standard Webhooks 1.0 does. Promises that each request is signed with every secret there is, that
 * a revision has one id however often it is sent, and that no secret and no address is shown. May not know Kafka.
 */
@NullMarked
package io.demarche.consumer.webhook;

import org.jspecify.annotations.NullMarked;
