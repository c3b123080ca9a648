package io.demarche.cli;

import io.demarche.replay.ReplayPlan;
import io.demarche.replay.TopicExport;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demarche export}: a stretch of a topic into a file. */
@Command(
        name = "export",
        description =
                "Write a topic, or a stretch of it, as JSON lines that 'import' reads; it ends at what is there now.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche export --topic escalation-alerts --key AZE-FRA --jsonl alerts.jsonl"})
final class ExportCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private RegistryOptions registry;

    @Option(names = "--topic", paramLabel = "TOPIC", required = true, description = "The topic to export.")
    private String topic;

    @Option(
            names = "--jsonl",
            paramLabel = "FILE|-",
            defaultValue = STANDARD_OUTPUT,
            description = "The file to write, in place of what it held; - for standard output, the default.")
    private String file;

    @Mixin
    private TopicRangeOptions stretch;

    @Option(names = "--limit", paramLabel = "N", description = "Write at most so many records.")
    private @Nullable Long limit;

    @Override
    public Integer call() {
        Map<String, String> settings = broker.kafka();
        settings.put("schema.registry.url", registry.url());
        long records;
        try (TopicExport export = new TopicExport(settings, stretch());
                Interruption interruption = Interruption.watch(export::close)) {
            records = file.equals(STANDARD_OUTPUT) ? print(export) : write(export, Path.of(file));
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println(topic + ": exported " + records);
        err.flush();
        return 0;
    }

    private TopicExport.Stretch stretch() {
        try {
            return new TopicExport.Stretch(
                    topic, stretch.from(), stretch.to(), stretch.keys(), limit == null ? ReplayPlan.ALL : limit);
        } catch (DemarcheException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private long print(TopicExport export) {
        try {
            return export.run(spec.commandLine().getOut());
        } catch (IOException e) {
            throw new DemarcheException("cannot write to standard output: " + e.getMessage(), e);
        }
    }

    /** Beside the file first, so that nobody takes half an export for one. */
    private static long write(TopicExport export, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            long records;
            try (Writer out = Files.newBufferedWriter(part)) {
                records = export.run(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return records;
        } catch (IOException e) {
            throw new DemarcheException(
                    "--jsonl: cannot write " + file + " (" + e.getClass().getSimpleName()
                            + "): name a file in a directory that exists and has room",
                    e);
        } finally {
            deleteIfThere(part);
        }
    }

    private static void deleteIfThere(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new DemarcheException("cannot delete " + part + ": delete it by hand", e);
        }
    }
}
