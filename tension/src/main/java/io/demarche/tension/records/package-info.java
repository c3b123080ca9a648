/**
 * What was worked out, as records: events, alerts, and the sentences in them. Promises that the same history gives the same
 * bytes. May not decide anything: it only tells.
 */
@NullMarked
package io.demarche.tension.records;

import org.jspecify.annotations.NullMarked;
