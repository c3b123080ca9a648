/**
 * From event mentions to acts, reciprocity, tension and alerts, by the rules in this package's resources. Promises to be
 * a pure function of the set of mentions and an as-of day: no order, duplication or batching of the input changes what
 * comes out. May not know Kafka, files or the clock.
 */
@NullMarked
package io.demarche.tension;

import org.jspecify.annotations.NullMarked;
