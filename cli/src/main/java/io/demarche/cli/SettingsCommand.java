package io.demarche.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demarche settings}: every option with its environment variable, every property with its rule. */
@Command(
        name = "settings",
        description =
                "Print every option of every command with its environment variable, and every property, as Markdown.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche settings"})
final class SettingsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(SettingsPage.markdown(new CommandLine(new Main()).getCommandSpec()));
        out.flush();
        return 0;
    }
}
