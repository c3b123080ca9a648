/** How the pipeline stands that fills the archive: what the page tells of it, whoever finds it out. */
@NullMarked
package io.demarche.web.pipeline;

import org.jspecify.annotations.NullMarked;
