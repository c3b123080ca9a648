/**
 * The demarche command: every part behind one program, and all of them in one process for the demo. Promises one line a
 * person can act on for every error. May not hold what belongs into a part.
 */
@NullMarked
package io.demarche.cli;

import org.jspecify.annotations.NullMarked;
