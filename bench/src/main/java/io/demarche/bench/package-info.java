/**
 * Benchmarks of the coder's stages, of the serde and of the assessor, runs of the whole coder over files, and of the
 * pipeline on a broker. They measure on texts of this project's own making, or on files that are named to them, and say
 * what they skipped. They may use every other module; none may use them, and nothing here is shipped.
 */
@NullMarked
package io.demarche.bench;

import org.jspecify.annotations.NullMarked;
