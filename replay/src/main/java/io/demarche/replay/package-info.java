/**
 * Topics again, for testing: a bounded stretch of one topic, copied record for record into another. Promises that keys, values
 * and headers stay as they are, that each copy says where it comes from, that an interrupted replay goes on where it was, and
 * that no group but its own is touched. May not know what the records say, save when they happened.
 */
@NullMarked
package io.demarche.replay;

import org.jspecify.annotations.NullMarked;
