/** The REST API: from a request's parameters to a question, and its answer. Promises a 4xx that says what is wrong for what cannot be. May not know SQL. */
@NullMarked
package io.demarche.web.api;

import org.jspecify.annotations.NullMarked;
