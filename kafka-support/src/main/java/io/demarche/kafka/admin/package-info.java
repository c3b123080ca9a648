/**
 * The catalogue on a broker and a registry: creates the topics that are missing, checks that they are there, describes them,
 * registers the schemas. Promises an answer within a bounded time, and one line that says what to do where there is none. May
 * not know what the records say.
 */
@NullMarked
package io.demarche.kafka.admin;

import org.jspecify.annotations.NullMarked;
