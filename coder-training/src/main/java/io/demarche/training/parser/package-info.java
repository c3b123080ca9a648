/**
 * The training of the parser: perceptrons that learn a tag, a move and a label from a teacher's trees, and the model that comes of
 * it. Promises the same model for the same trees, byte for byte. May not know the teacher.
 */
@NullMarked
package io.demarche.training.parser;

import org.jspecify.annotations.NullMarked;
