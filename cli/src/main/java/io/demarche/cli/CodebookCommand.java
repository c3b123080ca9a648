package io.demarche.cli;

import io.demarche.coder.codebook.Codebook;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demarche codebook}: what is coded and how, as a page for analysts. */
@Command(
        name = "codebook",
        description = "Print the codebook as Markdown: what is coded, by which words, and what is not.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche codebook"})
final class CodebookCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(Codebook.markdown());
        out.flush();
        return 0;
    }
}
