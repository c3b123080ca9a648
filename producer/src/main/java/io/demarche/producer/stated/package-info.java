/**
 * Small things that feeds, pages and agencies state, each read in one way wherever it stands: addresses, languages, headlines, declarations
 * of XML. Promises that what makes no sense counts as not stated. May not know what it is stated of.
 */
@NullMarked
package io.demarche.producer.stated;

import org.jspecify.annotations.NullMarked;
