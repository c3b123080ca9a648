/**
 * Mends trees right after parsing where the parser is known to slip: patterns over the tree and edits of it, both as lines of
 * {@code repairs.tsv}. Promises that what comes out is a tree of the same tokens, one root, no crossing arcs, whatever the lines say. May
 * not know states, acts or articles.
 */
@NullMarked
package io.demarche.coder.repair;

import org.jspecify.annotations.NullMarked;
