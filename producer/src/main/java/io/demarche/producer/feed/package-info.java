/**
 * Feeds of news: reads RSS, Atom and JSON Feed, tells which of their items are new or changed, and when a feed is to be asked again.
 * Promises that an item is given once for each of its versions, and that a server is asked no more often than it wants. May not know
 * where articles go, nor how what is remembered is kept.
 */
@NullMarked
package io.demarche.producer.feed;

import org.jspecify.annotations.NullMarked;
