/**
 * Benchmarks of what brings news in: many feeds on one instance, pages, and archives. The servers that they ask are on loopback, in the
 * process that measures. Used by nothing else.
 */
@NullMarked
package io.demarche.bench.feeds;

import org.jspecify.annotations.NullMarked;
