package io.demarche.cli;

import io.demarche.avro.TensionLevel;
import io.demarche.consumer.Pairs;
import io.demarche.consumer.Pairs.Pair;
import io.demarche.schemas.Dyad;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demarche pairs}: how the pairs of states stand. */
@Command(
        name = "pairs",
        description =
                "Print a table of the pairs of states, gravest first: level, since when, the last act, and where it goes"
                        + " (recent hostility against what is usual for the pair).",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche pairs --min-level CONFRONTATION"})
final class PairsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private RegistryOptions registry;

    @Option(
            names = "--dyad",
            paramLabel = "AZE-FRA",
            converter = Values.Pair.class,
            description = "Only this pair; repeatable. What --state names comes as well.")
    private Set<Dyad> dyads = new LinkedHashSet<>();

    @Option(
            names = "--state",
            paramLabel = "FRA",
            converter = Values.State.class,
            description = "Only pairs with this state; repeatable.")
    private Set<String> states = new LinkedHashSet<>();

    @Option(
            names = "--min-level",
            paramLabel = "LEVEL",
            converter = Values.Level.class,
            defaultValue = "CALM",
            description =
                    "Only pairs at this level or above: CALM, STRAINED, TENSE, CONFRONTATION, RETALIATION, RUPTURE,"
                            + " HOSTILITIES (default: ${DEFAULT-VALUE}).")
    private TensionLevel minLevel;

    @Override
    public Integer call() {
        Map<String, String> settings = broker.kafka();
        settings.put("schema.registry.url", registry.url());
        Pairs pairs = Pairs.read(settings);
        List<Pair> shown = pairs.all().stream().filter(this::isWanted).toList();
        PrintWriter out = spec.commandLine().getOut();
        PairTable.lines(shown).forEach(out::println);
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        err.println("pairs " + shown.size() + " of " + pairs.all().size()
                + (pairs.unreadable() == 0 ? "" : ", unreadable records " + pairs.unreadable()));
        err.flush();
        return 0;
    }

    private boolean isWanted(Pair pair) {
        String written = pair.tension().getDyad();
        boolean named = dyads.isEmpty() && states.isEmpty()
                || dyads.stream().anyMatch(dyad -> dyad.toString().equals(written))
                || states.stream().anyMatch(state -> List.of(written.split("-")).contains(state));
        return named && pair.tension().getLevel().compareTo(minLevel) >= 0;
    }
}
