/**
 * The page and its API over an archive. Promises that whatever a client sends gets an answer of its own, never another client's
 * trouble, and that no answer asks another host for anything. May not know Kafka, nor write to the archive's records.
 */
@NullMarked
package io.demarche.web;

import org.jspecify.annotations.NullMarked;
