/**
 * What the topology remembers: the version of each article it last coded, the mentions and announcements of each dyad, and
 * the day that has come. Promises that every value is written with the schema of the topic that carries the same records, so
 * that state needs no subject of its own in the registry. May not know how articles are coded or dyads assessed.
 */
@NullMarked
package io.demarche.streams.state;

import org.jspecify.annotations.NullMarked;
