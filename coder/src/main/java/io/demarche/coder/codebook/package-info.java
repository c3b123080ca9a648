/**
 * The codebook: what is coded and how, as a page for analysts. It is made from the lexicon's resources and the schemas, so that
 * it says what the coder does, and the same resources always give the same page. It knows the resources, not how the coder
 * uses them on a text.
 */
@NullMarked
package io.demarche.coder.codebook;

import org.jspecify.annotations.NullMarked;
