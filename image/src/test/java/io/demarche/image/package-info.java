/** What the service image holds is tried as it is: as jars in a folder, in processes of their own. */
@NullMarked
package io.demarche.image;

import org.jspecify.annotations.NullMarked;
