/** Tests of the package of the same name. They speak its behaviour, with texts of our own. They may not need anything outside the module. */
@NullMarked
package io.demarche.coder.factuality;

import org.jspecify.annotations.NullMarked;
