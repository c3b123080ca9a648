/**
 * What other modules' tests borrow from here: records with any content, and the exchanges that a schema registry must
 * answer as the genuine one does. Promises nothing to programs that are no tests. May not know any other module.
 */
@NullMarked
package io.demarche.schemas.testing;

import org.jspecify.annotations.NullMarked;
