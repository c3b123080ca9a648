/**
 * How settings are read: each part defines its own with Kafka's {@code ConfigDef} (name, type, default, rule, meaning), and this
 * package reads them. Promises one line that names the setting where a value is wrong, never with a secret in it. May not know
 * which settings there are.
 */
@NullMarked
package io.demarche.kafka.settings;

import org.jspecify.annotations.NullMarked;
