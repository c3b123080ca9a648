/**
 * From mentions to acts: which reports count, which tell of the same act, and how far it is believed. Promises that no order
 * or duplication of the mentions changes an act. May not know how acts answer each other, nor the ladder.
 */
@NullMarked
package io.demarche.tension.evidence;

import org.jspecify.annotations.NullMarked;
