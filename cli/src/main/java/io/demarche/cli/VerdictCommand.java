package io.demarche.cli;

import io.demarche.archive.store.Database;
import io.demarche.archive.store.JudgedActs;
import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.EventType;
import io.demarche.avro.Verdict;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Verdicts;
import io.demarche.web.verdicts.VerdictTopic;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demarche verdict}: says of an act that it is right, wrong, or what it was instead. */
@Command(
        name = "verdict",
        description =
                "Say what you know of an act that was announced: the pipeline takes it as evidence, above what the"
                        + " articles say. The act is looked up in the archive.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche verdict --event ID --wrong --analyst me"})
final class VerdictCommand implements Callable<Integer> {
    @Mixin
    private BrokerOptions broker;

    @Mixin
    private RegistryOptions registry;

    @Mixin
    private DatabaseOptions archive;

    @Option(
            names = "--event",
            paramLabel = "ID",
            required = true,
            description = "The eventId of the act, as events, alerts and the page show it.")
    private String event;

    @ArgGroup(multiplicity = "1")
    private Said said;

    /** What is said of it. */
    private static final class Said {
        @Option(names = "--right", description = "It happened as told: it counts as certain.")
        private boolean right;

        @Option(names = "--wrong", description = "It did not happen, or is no act: it counts no more.")
        private boolean wrong;

        @Option(names = "--duplicate", description = "Another event tells the same act: this one counts no more.")
        private boolean duplicate;

        @Option(names = "--take-back", description = "Say nothing of it any more.")
        private boolean takeBack;

        @Option(
                names = "--sides",
                paramLabel = "FRA>AZE",
                description = "Others acted, or toward others: who acted, and toward whom.")
        private @Nullable String sides;

        @Option(names = "--type", paramLabel = "TYPE", description = "It was another kind of act, such as CONDEMNED.")
        private @Nullable EventType type;

        @Option(
                names = "--date",
                paramLabel = "DAY",
                converter = Values.Day.class,
                description = "It was on another day.")
        private @Nullable LocalDate date;

        void writeTo(AnalystVerdict verdict) {
            if (sides != null) {
                String[] codes = sides.strip().toUpperCase(Locale.ROOT).split(">", -1);
                if (codes.length != 2) {
                    throw new DemarcheException("--sides: not '" + sides + "' (write it as 'FRA>AZE', with quotes)");
                }
                verdict.setVerdict(Verdict.WRONG_SIDES);
                verdict.setCorrectedSource(codes[0]);
                verdict.setCorrectedTarget(codes[1]);
            } else if (type != null) {
                verdict.setVerdict(Verdict.WRONG_TYPE);
                verdict.setCorrectedType(type);
            } else if (date != null) {
                verdict.setVerdict(Verdict.WRONG_DATE);
                verdict.setCorrectedDate(date);
            } else if (right) {
                verdict.setVerdict(Verdict.RIGHT);
            } else if (duplicate) {
                verdict.setVerdict(Verdict.DUPLICATE);
            } else {
                verdict.setVerdict(wrong ? Verdict.WRONG : Verdict.TAKEN_BACK);
            }
        }
    }

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Why, in your words.")
    private String note;

    @Option(
            names = "--analyst",
            paramLabel = "NAME",
            required = true,
            description = "Who says so: the name is shown where it changed something.")
    private String analyst;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        AnalystVerdict verdict = shown(archive.database())
                .orElseThrow(() -> new DemarcheException("--event: the archive has no event " + event
                        + " ('demarche archive --drain' fills it from the topics)"));
        said.writeTo(verdict);
        verdict.setNote(note.strip());
        verdict.setAnalyst(analyst.strip());
        verdict.setAt(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS));
        Optional<String> fault = Verdicts.fault(verdict);
        if (fault.isPresent()) {
            throw new DemarcheException("the verdict cannot be given: " + fault.get());
        }
        verdict.setVerdictId(Verdicts.idOf(verdict));
        try (VerdictTopic topic = new VerdictTopic(broker.servers(), registry.url(), broker.properties())) {
            topic.send(verdict);
        }
        spec.commandLine()
                .getOut()
                .println(verdict.getVerdict() + " " + verdict.getSource() + " " + verdict.getEventType() + " "
                        + verdict.getTarget() + " " + verdict.getEventDate() + " (verdict " + verdict.getVerdictId()
                        + ")");
        return 0;
    }

    private Optional<AnalystVerdict> shown(Database database) {
        database.migrate();
        try (Connection connection = database.connect()) {
            return JudgedActs.shown(connection, event);
        } catch (SQLException e) {
            throw new DemarcheException(
                    "the archive in " + database.name() + " does not answer: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }
}
