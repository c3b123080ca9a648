/**
 * What the versions of an article come to: which text counts, and when it was published. Promises the same mentions, but
 * for when they were fetched, in whatever order the versions come, in the topology and in the filter. May not know topics or stores.
 */
@NullMarked
package io.demarche.streams.coding;

import org.jspecify.annotations.NullMarked;
