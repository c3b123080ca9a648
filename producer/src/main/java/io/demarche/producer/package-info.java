/**
 * From news sources to raw-articles: reads, cleans, identifies and sends. Promises that every article read is sent or
 * counted as rejected with a reason. May not know what becomes of an article.
 */
@NullMarked
package io.demarche.producer;

import org.jspecify.annotations.NullMarked;
