package io.demarche.cli;

import io.demarche.avro.PipelineHeartbeat;
import io.demarche.consumer.Heartbeats;
import io.demarche.schemas.DemarcheException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demarche heartbeats}: whether the topology is at work, from the side of a subscriber. */
@Command(
        name = "heartbeats",
        description = "Print the last heartbeat of each task of the streams application; exit code 1 where one is"
                + " missing or too old.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche heartbeats --max-age 180"})
final class HeartbeatsCommand implements Callable<Integer> {
    private static final long BETWEEN_LOOKS_MS = 500;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private RegistryOptions registry;

    @Option(
            names = "--max-age",
            paramLabel = "SECONDS",
            defaultValue = "180",
            description = "What is older is too old (default: ${DEFAULT-VALUE}).")
    private int maxAge;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "75",
            description =
                    "How long to wait for the first heartbeat of a task that was never heard of, as right after the"
                            + " start; each task writes one a minute (default: ${DEFAULT-VALUE}).")
    private int wait;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> settings = broker.kafka();
        settings.put("schema.registry.url", registry.url());
        Instant limit = Instant.now().plusSeconds(wait);
        Heartbeats heartbeats = Heartbeats.read(settings);
        while (!heartbeats.silentSince(Instant.MIN).isEmpty() && Instant.now().isBefore(limit)) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
            heartbeats = Heartbeats.read(settings);
        }
        Instant now = Instant.now();
        PrintWriter out = spec.commandLine().getOut();
        heartbeats.last().forEach((task, last) -> out.println(line(task, last, now)));
        out.flush();
        List<String> silent = heartbeats.silentSince(now.minusSeconds(maxAge));
        if (!silent.isEmpty()) {
            throw new DemarcheException("no heartbeat for " + maxAge + " s from " + String.join(", ", silent)
                    + ": is the streams application running, and do broker and registry answer it?");
        }
        return 0;
    }

    private static String line(String task, PipelineHeartbeat last, Instant now) {
        String newest = last.getNewestEventTime() == null ? "" : ", up to " + last.getNewestEventTime();
        return String.format(
                Locale.ROOT,
                "%-9s %4d s ago, records %d%s",
                task,
                Math.max(0, Duration.between(last.getAt(), now).toSeconds()),
                last.getRecords(),
                newest);
    }
}
