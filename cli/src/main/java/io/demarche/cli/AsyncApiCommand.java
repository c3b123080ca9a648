package io.demarche.cli;

import io.demarche.cli.contract.AsyncApiDocument;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demarche asyncapi}: the topics as a contract that other programs read. */
@Command(
        name = "asyncapi",
        description = "Print the topics, their keys, records and settings as an AsyncAPI 3 document in YAML.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche asyncapi"})
final class AsyncApiCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(AsyncApiDocument.yaml());
        out.flush();
        return 0;
    }
}
