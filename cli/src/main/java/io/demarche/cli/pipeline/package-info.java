/**
 * How a pipeline stands, as its broker shows it, for the page. Promises to ask nothing of the services themselves. May not know
 * the commands or the demo.
 */
@NullMarked
package io.demarche.cli.pipeline;

import org.jspecify.annotations.NullMarked;
