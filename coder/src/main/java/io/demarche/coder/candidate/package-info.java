/**
 * Candidates: what a trigger becomes on its way to an act. Here stands what two sides make of it, what takes it out and why,
 * and which of several candidates tell the same act. Promises that a candidate that is taken out says why. May not know how
 * mentions are written.
 */
@NullMarked
package io.demarche.coder.candidate;

import org.jspecify.annotations.NullMarked;
