/**
 * Hands bytes to an address by HTTP, and reads what the answer means for them. Promises that a server that misbehaves costs bounded
 * time and no memory, that no redirect is followed, and that nothing of an address or an answer is logged. May not know what is sent.
 */
@NullMarked
package io.demarche.consumer.post;

import org.jspecify.annotations.NullMarked;
