@NullMarked
package io.demarche.archive.store;

import org.jspecify.annotations.NullMarked;
