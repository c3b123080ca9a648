/**
 * Articles from pages on the web: of an address, of a sitemap, of an archive. Promises to read no page that robots.txt forbids. May
 * not know where articles go.
 */
@NullMarked
package io.demarche.producer.web;

import org.jspecify.annotations.NullMarked;
