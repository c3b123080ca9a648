/**
 * The figures of a pair day by day: sums of hostility and cooperation, and how far they surge above what is usual. Promises
 * whole numbers, so that no order of adding shows. May not know when an episode opens or ends.
 */
@NullMarked
package io.demarche.tension.levels;

import org.jspecify.annotations.NullMarked;
