/**
 * One KRaft broker and one schema registry in this JVM, on loopback, for the demo and for tests. Promises to keep what was
 * acknowledged through a kill -9 when given a data directory. May not know what the topics are for.
 */
@NullMarked
package io.demarche.embedded;

import org.jspecify.annotations.NullMarked;
