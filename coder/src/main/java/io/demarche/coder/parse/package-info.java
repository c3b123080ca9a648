/**
 * From tokens to a dependency tree: tags, lemmas, heads and labels of one sentence, by a greedy arc-hybrid parser with
 * hashed linear features. Promises to be deterministic, linear in the number of tokens and safe to share between
 * threads, and to return a tree for any tokens whatever. May not know actors, acts, articles or any file but its bundled
 * resources.
 */
@NullMarked
package io.demarche.coder.parse;

import org.jspecify.annotations.NullMarked;
