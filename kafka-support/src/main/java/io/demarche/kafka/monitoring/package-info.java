/**
 * What a supervisor may ask of a running service over HTTP: is it alive, is it ready, what has it done. Promises to tell the
 * first two apart (a rebalancing service is alive, not ready), to listen on loopback unless told otherwise, and to answer no
 * more once closed. May not know any service: each brings its own figures.
 */
@NullMarked
package io.demarche.kafka.monitoring;

import org.jspecify.annotations.NullMarked;
