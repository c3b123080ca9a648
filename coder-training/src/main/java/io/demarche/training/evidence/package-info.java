/**
 * Fits the coder's evidence model on the labelled articles of {@code corpus}: words, pairs of parties, and the forest that decides
 * with both. Deterministic: the same corpus gives the same model, byte for byte, on every machine. May not know how mentions are
 * written.
 */
@NullMarked
package io.demarche.training.evidence;

import org.jspecify.annotations.NullMarked;
