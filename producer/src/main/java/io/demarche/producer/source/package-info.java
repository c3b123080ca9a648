/**
 * Where articles come from: text files, directories, JSON lines. Promises that every article met is handed over either as
 * a draft or as a rejection that names where and why, and that nothing read is larger than a stated bound. May not know
 * Kafka, nor what becomes of a draft.
 */
@NullMarked
package io.demarche.producer.source;

import org.jspecify.annotations.NullMarked;
