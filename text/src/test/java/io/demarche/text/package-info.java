@NullMarked
package io.demarche.text;

import org.jspecify.annotations.NullMarked;
