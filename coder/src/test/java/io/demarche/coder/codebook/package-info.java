/** Tests that the committed codebook is what the resources give. */
@NullMarked
package io.demarche.coder.codebook;

import org.jspecify.annotations.NullMarked;
