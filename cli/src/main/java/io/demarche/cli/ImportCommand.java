package io.demarche.cli;

import io.demarche.replay.TopicImport;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demarche import}: the records of an export into a topic. */
@Command(
        name = "import",
        description = "Write the records of an export into a topic: keys, values and headers as they were.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche import --jsonl alerts.jsonl --into trial"})
final class ImportCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private RegistryOptions registry;

    @Option(
            names = "--jsonl",
            paramLabel = "FILE|-",
            required = true,
            description = "The file that 'export' wrote; - for standard input.")
    private String file;

    @Option(
            names = "--into",
            paramLabel = "TOPIC",
            required = true,
            description = "The topic to write to; made where it is missing.")
    private String topic;

    @Option(names = "--dry-run", description = "Read every line, count the records, and write nothing.")
    private boolean dryRun;

    @Option(
            names = "--allow-live",
            description = "Write into a topic that the services read, where the records count as news.")
    private boolean allowLive;

    @Override
    public Integer call() {
        if (!allowLive
                && !dryRun
                && Topics.all().stream().anyMatch(live -> live.name().equals(topic))) {
            throw new ParameterException(
                    spec.commandLine(),
                    topic + " is a topic that the services read, where the records would count as news: choose another,"
                            + " or say --allow-live");
        }
        Map<String, String> settings = broker.kafka();
        settings.put("schema.registry.url", registry.url());
        String name = file.equals(STANDARD_INPUT) ? "standard input" : file;
        long records;
        try (BufferedReader lines = open();
                TopicImport run = new TopicImport(settings, topic, name);
                Interruption interruption = Interruption.watch(run::close)) {
            records = dryRun ? run.dryRun(lines) : run.run(lines);
        } catch (IOException e) {
            throw new DemarcheException(
                    "--jsonl: cannot read " + name + " (" + e.getClass().getSimpleName()
                            + "): name a file of UTF-8 lines that exists",
                    e);
        }
        spec.commandLine()
                .getOut()
                .println(name + " → " + topic + (dryRun ? " (dry run)" : "") + ": imported " + records);
        return 0;
    }

    private BufferedReader open() throws IOException {
        return file.equals(STANDARD_INPUT)
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(file));
    }
}
