/**
 * Which language a text is in. Promises the same answer everywhere, in time that does not grow with the text beyond its first
 * pages, and no answer rather than a guess. May not know what is done with it.
 */
@NullMarked
package io.demarche.text.language;

import org.jspecify.annotations.NullMarked;
