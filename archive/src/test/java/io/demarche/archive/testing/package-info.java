/** What the tests of other modules need of an archive, too. */
@NullMarked
package io.demarche.archive.testing;

import org.jspecify.annotations.NullMarked;
