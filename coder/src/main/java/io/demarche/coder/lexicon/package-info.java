/**
 * The coder's knowledge: names, nouns, acts, stances and cues, read from the bundled tab-separated resources. Promises that
 * whatever is loaded is complete and consistent, or that the error names the file and the line. May not know sentences,
 * trees or articles.
 */
@NullMarked
package io.demarche.coder.lexicon;

import org.jspecify.annotations.NullMarked;
