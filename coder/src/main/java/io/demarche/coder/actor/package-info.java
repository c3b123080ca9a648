/**
 * Which state or organisation a phrase stands for: by name, adjective, capital, leader, role, possessive, pronoun or "the
 * ministry". Promises to answer only with what the words or the article before them say, each with how it was found. May
 * not know acts, dates or how mentions are written.
 */
@NullMarked
package io.demarche.coder.actor;

import org.jspecify.annotations.NullMarked;
