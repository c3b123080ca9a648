/**
 * What every HTTP server of this program keeps to. Promises that a client that sends half a request, or never reads its answer,
 * costs one thread for a bounded time and delays nobody else. May not know what is served.
 */
@NullMarked
package io.demarche.kafka.http;

import org.jspecify.annotations.NullMarked;
