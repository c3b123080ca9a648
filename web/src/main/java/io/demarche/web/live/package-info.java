/** News as they come in, by server-sent events. Promises that a client misses nothing, or is told that it did. May not know who listens. */
@NullMarked
package io.demarche.web.live;

import org.jspecify.annotations.NullMarked;
