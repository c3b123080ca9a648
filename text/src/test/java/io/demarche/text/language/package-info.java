@NullMarked
package io.demarche.text.language;

import org.jspecify.annotations.NullMarked;
