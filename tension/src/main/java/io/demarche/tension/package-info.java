/**
 * From event mentions to acts, reciprocity, tension and alerts: the assessor, which puts the steps together that the packages
 * below hold (rules, evidence, links, levels, episodes, records), and what is announced of its results. Promises to be a pure
 * function of the set of mentions and an as-of day: no order, duplication or batching of the input changes what comes out. May
 * not know Kafka, files or the clock.
 */
@NullMarked
package io.demarche.tension;

import org.jspecify.annotations.NullMarked;
