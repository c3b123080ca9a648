/**
 * What the topology remembers: the version of each article it last coded, the mentions and announcements of each dyad, and
 * the day that has come. Promises that what is stored can be read without a registry, and that what another version stored
 * is told from what this one did. May not know how articles are coded or dyads assessed.
 */
@NullMarked
package io.demarche.streams.state;

import org.jspecify.annotations.NullMarked;
