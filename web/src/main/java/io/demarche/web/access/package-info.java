/** Who may read and who may judge. Promises that no password is kept, logged or compared but as its hash. May not know what is read. */
@NullMarked
package io.demarche.web.access;

import org.jspecify.annotations.NullMarked;
