/**
 * What a teacher hands to the training: trees and word clusters, as values and as files. Promises that what is read is
 * well-formed, or an error that names file and line. May not know the teacher, nor the parser that learns.
 */
@NullMarked
package io.demarche.training.treebank;

import org.jspecify.annotations.NullMarked;
