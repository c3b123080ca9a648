/**
 * What analysts say of acts: which acts count no more, which count as certain, and which mentions their corrections are.
 * Promises: functions of the set of verdicts, in whatever order they came. Knows nothing of alerts, episodes or Kafka.
 */
@NullMarked
package io.demarche.tension.verdicts;

import org.jspecify.annotations.NullMarked;
