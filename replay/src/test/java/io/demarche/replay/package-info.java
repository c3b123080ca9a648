@NullMarked
package io.demarche.replay;

import org.jspecify.annotations.NullMarked;
