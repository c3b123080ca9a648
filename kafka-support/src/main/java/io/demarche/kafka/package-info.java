/**
 * What every part shares that speaks to Kafka; the packages below hold the serde, the registry's client, the administration of
 * topics and accounts, and health and metrics. Promises to need no broker of its own. May not know what a record means.
 */
@NullMarked
package io.demarche.kafka;

import org.jspecify.annotations.NullMarked;
