/**
 * Reads the dates that feeds, pages and agencies write, in whatever form. Promises to keep the stated offset, to say where only a
 * day is stated, and to give nothing rather than a guess. May not look at a clock.
 */
@NullMarked
package io.demarche.producer.date;

import org.jspecify.annotations.NullMarked;
