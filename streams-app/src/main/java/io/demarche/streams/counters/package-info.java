/**
 * What an instance has done: how many articles, mentions, events, alerts and dead letters. Promises that a record tried
 * again after an aborted transaction counts once. May not know what a
 * record holds.
 */
@NullMarked
package io.demarche.streams.counters;

import org.jspecify.annotations.NullMarked;
