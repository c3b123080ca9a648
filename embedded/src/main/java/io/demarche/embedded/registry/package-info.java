/**
 * What a schema registry knows and says: the catalogue of subjects, versions and ids, and the protocol that Confluent's registry
 * speaks over it. Promises that no change is acknowledged before its log has it. May not know the records of Demarche, nor how
 * the catalogue is stored or served.
 */
@NullMarked
package io.demarche.embedded.registry;

import org.jspecify.annotations.NullMarked;
