/**
 * From event mentions to events, reciprocity, tension and alerts. Promises to be a pure function of the set of mentions and
 * an as-of day: no order, duplication or batching of the input changes what comes out. May not know Kafka or the clock.
 */
@NullMarked
package io.demarche.tension;

import org.jspecify.annotations.NullMarked;
