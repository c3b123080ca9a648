@NullMarked
package io.demarche.streams.metrics;

import org.jspecify.annotations.NullMarked;
