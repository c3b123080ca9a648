/**
 * The program that makes the coder's parser model, in three steps: {@code teach}, {@code train}, {@code compare}. The learning
 * itself lives in {@code io.demarche.coder.parse}, the package of the run-time classes whose features, states and format it
 * shares, so that the coder need not make them public.
 */
@NullMarked
package io.demarche.training;

import org.jspecify.annotations.NullMarked;
