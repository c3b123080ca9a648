package io.demarche.cli;

import io.demarche.avro.SourceState;
import io.demarche.producer.SourceStates;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demarche feeds}: how the feeds stand that the producer reads. */
@Command(
        name = "feeds",
        description =
                "Print how each feed stands: its state, when it last answered, when it is asked next, items sent, failures in a"
                        + " row, since when it is read; and of other sources that were read, since when and up to where.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche feeds --bootstrap-servers localhost:9092"})
final class FeedsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private RegistryOptions registry;

    @Override
    public Integer call() {
        Map<String, String> settings = broker.kafka();
        settings.put("schema.registry.url", registry.url());
        Map<String, SourceState> states = SourceStates.read(settings);
        PrintWriter out = spec.commandLine().getOut();
        if (states.isEmpty()) {
            out.println("no source was read yet: demarche produce --feed URL");
        } else {
            Instant now = Instant.now();
            out.printf(
                    Locale.ROOT,
                    "%-8s %-9s %-9s %6s %4s %-10s %s%n",
                    "STATE",
                    "ANSWERED",
                    "NEXT",
                    "ITEMS",
                    "FAIL",
                    "SINCE",
                    "SOURCE");
            states.values().forEach(state -> out.println(line(state, now)));
        }
        out.flush();
        return 0;
    }

    private static String line(SourceState state, Instant now) {
        boolean moved = !state.getAddress().equals(state.getSource());
        return String.format(
                Locale.ROOT,
                "%-8s %-9s %-9s %6d %4d %-10s %s%s%s",
                state.getStatus().name().toLowerCase(Locale.ROOT),
                ago(state.getLastSuccess(), now),
                next(state, now),
                state.getItems(),
                state.getFailures(),
                state.getSince().atZone(ZoneOffset.UTC).toLocalDate(),
                state.getSource(),
                moved ? " → " + state.getAddress() : "",
                state.getLastFailure().isEmpty() ? "" : ": " + state.getLastFailure());
    }

    private static String ago(@Nullable Instant then, Instant now) {
        return then == null ? "never" : span(Duration.between(then, now)) + " ago";
    }

    private static String next(SourceState state, Instant now) {
        return switch (state.getStatus()) {
            case RETIRED -> "never";
            case READ -> "-";
            case ACTIVE, FAILING, UNKNOWN ->
                state.getNextCheck().isAfter(now) ? "in " + span(Duration.between(now, state.getNextCheck())) : "due";
        };
    }

    private static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7_200
                ? seconds / 60 + " min"
                : seconds < 172_800 ? seconds / 3_600 + " h" : span.toDays() + " d";
    }
}
