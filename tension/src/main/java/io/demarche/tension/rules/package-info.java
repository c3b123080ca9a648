/**
 * The numbers and tables of the model: thresholds, what each code weighs, and how such tables are read. Promises to refuse a
 * table that is wrong with its file and line. May not know acts, levels or records.
 */
@NullMarked
package io.demarche.tension.rules;

import org.jspecify.annotations.NullMarked;
