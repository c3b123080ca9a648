/**
 * What the coder gets right on labelled articles, with the bounds of chance, and how that compares with what it got right
 * before. Knows the coder by its mentions alone.
 */
@NullMarked
package io.demarche.bench.accuracy;

import org.jspecify.annotations.NullMarked;
