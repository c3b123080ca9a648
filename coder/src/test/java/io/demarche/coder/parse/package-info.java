/** Tests of the parser and the lemmatizer, partly against recorded trees. Sentences are our own. May not know actors or acts. */
@NullMarked
package io.demarche.coder.parse;

import org.jspecify.annotations.NullMarked;
