@NullMarked
package io.demarche.cli.demo;

import org.jspecify.annotations.NullMarked;
