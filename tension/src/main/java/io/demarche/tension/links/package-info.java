/**
 * Which act answers which, and why that is held to be so. Promises the same links for the same set of acts. May not know
 * the ladder or the episodes.
 */
@NullMarked
package io.demarche.tension.links;

import org.jspecify.annotations.NullMarked;
