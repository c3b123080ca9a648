/** What tests of the page need in other modules as well: a browser. It knows nothing of what is shown. */
@NullMarked
package io.demarche.web.testing;

import org.jspecify.annotations.NullMarked;
