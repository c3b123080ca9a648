/**
 * Fetches what addresses on the web hold, without trusting them: public addresses alone, bounded in size, time and redirects, one
 * connection a host, with the manners that servers ask for. Promises that a server that misbehaves harms the request at hand alone.
 * May not know what is fetched, nor what for.
 */
@NullMarked
package io.demarche.producer.fetch;

import org.jspecify.annotations.NullMarked;
