/**
 * The particulars of an act: how many, by when, why, in answer to what, who says so, and how sure the coder is. Promises to
 * quote the article, not to paraphrase it. May not know how the act itself was found.
 */
@NullMarked
package io.demarche.coder.attribute;

import org.jspecify.annotations.NullMarked;
