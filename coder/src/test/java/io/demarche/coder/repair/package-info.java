/** Tests of the package of the same name. They speak its behaviour, with texts of our own. They may not need anything outside the module. */
@NullMarked
package io.demarche.coder.repair;

import org.jspecify.annotations.NullMarked;
