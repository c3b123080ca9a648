/**
 * The embedded broker and registry as programs of their own. Beside the demo, the one part of the command that may know them,
 * so that all other commands run where they are left out.
 */
@NullMarked
package io.demarche.cli.foreground;

import org.jspecify.annotations.NullMarked;
