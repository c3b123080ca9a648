@NullMarked
package io.demarche.archive;

import org.jspecify.annotations.NullMarked;
