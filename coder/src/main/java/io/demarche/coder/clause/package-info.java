/**
 * Who does what to whom in a clause: logical subjects and objects over a dependency tree, whatever the voice, through
 * infinitives, participles, relative clauses and coordination. Promises an answer for any tree, however wrong the parser
 * was, and never to loop. May not know states, acts or articles.
 */
@NullMarked
package io.demarche.coder.clause;

import org.jspecify.annotations.NullMarked;
