/**
 * The ladder walked day by day: when an episode opens, which levels it reaches, when it closes, and all of that together as
 * the history of a pair. Promises that a level is reached at most once in an episode. May not know how it is told.
 */
@NullMarked
package io.demarche.tension.episodes;

import org.jspecify.annotations.NullMarked;
