/**
 * What the pipeline announced, kept in a relational database for asking. Promises that a crash at any time neither loses nor
 * doubles a row, and that the tables are a function of the topics. May not know how an announcement came about, nor who asks.
 */
@NullMarked
package io.demarche.archive;

import org.jspecify.annotations.NullMarked;
