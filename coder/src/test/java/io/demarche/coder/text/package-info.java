/** Tests of sentences, tokens and the search for phrases. Sentences are our own. May not know the parser. */
@NullMarked
package io.demarche.coder.text;

import org.jspecify.annotations.NullMarked;
