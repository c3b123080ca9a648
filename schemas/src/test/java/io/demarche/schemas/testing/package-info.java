/**
 * What other modules' tests borrow from here: records with any content. Promises nothing to programs that are no tests. May not
 * know any other module.
 */
@NullMarked
package io.demarche.schemas.testing;

import org.jspecify.annotations.NullMarked;
