/** The texts of articles, one at a time, from their topic: it alone keeps them, for as long as its retention says. */
@NullMarked
package io.demarche.web.articles;

import org.jspecify.annotations.NullMarked;
