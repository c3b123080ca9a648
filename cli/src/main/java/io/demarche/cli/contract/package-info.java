/**
 * The contract with those who read and write our topics, as an AsyncAPI document. Promises that it says what the catalogue of topics
 * and the schemas say, in the same words whenever it is made. May not know a broker.
 */
@NullMarked
package io.demarche.cli.contract;

import org.jspecify.annotations.NullMarked;
