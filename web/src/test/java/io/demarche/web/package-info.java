@NullMarked
package io.demarche.web;

import org.jspecify.annotations.NullMarked;
