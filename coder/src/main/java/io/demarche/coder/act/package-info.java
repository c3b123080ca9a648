/**
 * Which act a word of a sentence reports, and between whom: the rules of {@code acts.tsv} applied to a tree. Promises to
 * report each candidate with the rule that fired. May not know articles, dates or how mentions are written.
 */
@NullMarked
package io.demarche.coder.act;

import org.jspecify.annotations.NullMarked;
