/**
 * News as agencies send it: IPTC's ninjs and NewsML-G2. Promises that what is withheld or under an embargo is not given out, and that
 * what is canceled withdraws what was sent. May not know where articles go.
 */
@NullMarked
package io.demarche.producer.agency;

import org.jspecify.annotations.NullMarked;
