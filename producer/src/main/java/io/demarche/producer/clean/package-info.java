/**
 * Takes away what a web page put around an article: paywall trailers, cookie banners, share bars, bylines, stray
 * whitespace. Promises to be idempotent, linear in the length of the text, and to drop only whole lines or closing
 * sentences that a rule of the resource file describes. May not know where the article came from or goes.
 */
@NullMarked
package io.demarche.producer.clean;

import org.jspecify.annotations.NullMarked;
