/** Questions to the archive, answered as JSON. Promises that what a person typed is a parameter, never a part of a statement. May not know HTTP. */
@NullMarked
package io.demarche.web.query;

import org.jspecify.annotations.NullMarked;
