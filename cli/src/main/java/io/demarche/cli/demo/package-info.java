/**
 * The demo: broker, registry, producer, streams application and consumer in one process, from articles to a summary.
 * Promises to end by itself when everything that went in has come out, and to go on where it was on the same data
 * directory, even after a kill -9. May not know how any of the parts works inside.
 */
@NullMarked
package io.demarche.cli.demo;

import org.jspecify.annotations.NullMarked;
