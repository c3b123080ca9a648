package io.demarche.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche completion}: what a shell needs to complete commands and options. */
@Command(
        name = "completion",
        description = "Print the script with which a shell completes commands and options. In bash and zsh:"
                + " 'source <(demarche completion bash)'; in fish: 'demarche completion fish | source'.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche completion bash"})
final class CompletionCommand implements Callable<Integer> {
    /** The shells that there is a script for. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell;

    @Override
    public Integer call() {
        CommandSpec program = spec.root();
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                shell == Shell.FISH
                        ? FishCompletion.script(program)
                        : AutoComplete.bash(program.name(), program.commandLine())); // which zsh reads as well
        out.flush();
        return 0;
    }
}
