/**
 * What an article tells, weighed by models that were fitted on the corpus: who it speaks of, which of its words tell acts, between
 * whom, and how probable each act is. Promises the same bits for the same article on every machine: weights are whole numbers, sums
 * run in a fixed order. May not know how an act is dated, described or written.
 */
@NullMarked
package io.demarche.coder.evidence;

import org.jspecify.annotations.NullMarked;
