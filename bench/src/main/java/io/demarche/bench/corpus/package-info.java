/**
 * The labelled articles in {@code corpus/}: how they are read, what must hold for each and for all, and on which side of
 * the split an article belongs. Knows nothing of the coder but its codebook.
 */
@NullMarked
package io.demarche.bench.corpus;

import org.jspecify.annotations.NullMarked;
