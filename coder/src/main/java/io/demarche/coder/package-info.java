/**
 * From the text of an article to the diplomatic acts it reports, each with the quote that says so. Promises to be a pure
 * function of the article and of the bundled resources: same article, same mentions, on any machine at any time. May not
 * know Kafka, the clock, or anything outside its own resources.
 */
@NullMarked
package io.demarche.coder;

import org.jspecify.annotations.NullMarked;
