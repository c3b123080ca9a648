/**
 * What the versions of an article come to: which text counts, and when it was published. Promises the same mentions in
 * whatever order the versions come, in the topology and in the filter. May not know topics or stores.
 */
@NullMarked
package io.demarche.streams.coding;

import org.jspecify.annotations.NullMarked;
