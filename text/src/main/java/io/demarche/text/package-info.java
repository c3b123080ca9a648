/**
 * Text as it was meant: mends what was damaged on the way from the writer to here. Promises that mending twice changes nothing
 * more, that its time is linear, and that each character of the mended text knows where it stood in the text as given. May not
 * know what an article is.
 */
@NullMarked
package io.demarche.text;

import org.jspecify.annotations.NullMarked;
