/**
 * When an act took place: the dates that a sentence states or implies, reckoned from the day of publication and from the
 * date last spoken of. Promises the same answer for the same text and day of publication. May not know acts or actors.
 */
@NullMarked
package io.demarche.coder.date;

import org.jspecify.annotations.NullMarked;
