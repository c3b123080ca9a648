/**
 * From a news page to the article on it: text, title, publisher, date, language, address. Promises to leave out menus, comments,
 * teasers and walls of consent, to give no text rather than such a wall, and to take time in proportion to the page. May not know
 * where the page came from, nor special-case a site.
 */
@NullMarked
package io.demarche.producer.page;

import org.jspecify.annotations.NullMarked;
