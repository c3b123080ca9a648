/**
 * The schema registry from both sides: the catalogue of subjects, versions and ids with the protocol that Confluent's
 * registry speaks, and a client of it. Promises that bad data and an outage are told apart by the exception, and that no
 * change is acknowledged before its log has it. May not know the records of Demarche, nor how the catalogue is stored or
 * served.
 */
@NullMarked
package io.demarche.schemas.registry;

import org.jspecify.annotations.NullMarked;
