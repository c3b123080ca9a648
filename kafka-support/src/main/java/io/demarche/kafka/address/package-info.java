/**
 * Which addresses may be asked where somebody else may have written them. Promises that no request leads into a private network
 * unless that was allowed, also where a name resolves otherwise a moment later. May not know what is asked, nor what for.
 */
@NullMarked
package io.demarche.kafka.address;

import org.jspecify.annotations.NullMarked;
