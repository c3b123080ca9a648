/**
 * The topology: wires the coder and the tension rules to topics and state stores, exactly once. Promises that every record
 * is processed or dead-lettered. May not hold any rule of coding or assessing itself.
 */
@NullMarked
package io.demarche.streams;

import org.jspecify.annotations.NullMarked;
