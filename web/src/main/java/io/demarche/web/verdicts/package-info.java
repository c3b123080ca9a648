/** Where verdicts go from the page and the command line: to their topic, or to a clear word that they did not get there. */
@NullMarked
package io.demarche.web.verdicts;

import org.jspecify.annotations.NullMarked;
