/**
 * Whether the act that a word reports took place: negation, questions, conditions, intents, refusals, demands, allegations,
 * quotation, and who said so. Promises a reason for every act that it sets aside. May not know how actors or dates are
 * found.
 */
@NullMarked
package io.demarche.coder.factuality;

import org.jspecify.annotations.NullMarked;
