/**
 * What the parts of Demarche say to each other: the records (generated into {@code io.demarche.avro}), the catalogue of
 * topics, how schemas may grow, and the identities derived from content. Promises that an identity depends on nothing but the fields it
 * names. May not know any other module.
 */
@NullMarked
package io.demarche.schemas;

import org.jspecify.annotations.NullMarked;
