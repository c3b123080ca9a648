/**
 * The topics on a broker: creates those of the catalogue that are missing, checks that they are there, describes them.
 * Promises an answer within a bounded time, and one line that says what to do where there is none. May not know what the
 * topics hold.
 */
@NullMarked
package io.demarche.schemas.admin;

import org.jspecify.annotations.NullMarked;
