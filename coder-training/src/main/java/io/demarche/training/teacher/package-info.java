/**
 * Raw text to trees by the teacher, NLP4J. Promises to cut the text as the coder does and to give the same trees for the
 * same text. May not know the parser that learns from them.
 */
@NullMarked
package io.demarche.training.teacher;

import org.jspecify.annotations.NullMarked;
