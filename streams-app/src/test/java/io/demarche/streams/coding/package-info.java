@NullMarked
package io.demarche.streams.coding;

import org.jspecify.annotations.NullMarked;
