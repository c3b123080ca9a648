@NullMarked
package io.demarche.web.api;

import org.jspecify.annotations.NullMarked;
