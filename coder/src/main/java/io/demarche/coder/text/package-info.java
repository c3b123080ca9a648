/**
 * From raw text to sentences and tokens, and the search for known phrases in either. Promises offsets into the text as it
 * was given (UTF-16 units, begin inclusive, end exclusive), linear time and bounded memory for any input, and the same
 * tokens that the parser's model was trained on. May not know the parser, actors or acts.
 */
@NullMarked
package io.demarche.coder.text;

import org.jspecify.annotations.NullMarked;
