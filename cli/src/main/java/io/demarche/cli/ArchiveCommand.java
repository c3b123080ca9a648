package io.demarche.cli;

import io.demarche.archive.ArchiveService;
import io.demarche.archive.ArchiveSettings;
import io.demarche.archive.ArchiveSummary;
import io.demarche.archive.store.Database;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demarche archive}: what was announced into a database. */
@Command(
        name = "archive",
        description =
                "Keep events, readings of tension and alerts in a relational database, until interrupted; how many"
                        + " came in is said at the end. What can be asked of it: docs/sql.md.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche archive --db archive.db --bootstrap-servers localhost:9092"})
final class ArchiveCommand implements Callable<Integer> {
    @Mixin
    private BrokerOptions broker;

    @Mixin
    private RegistryOptions registry;

    @Mixin
    private DatabaseOptions archive;

    @Mixin
    private MonitoringOptions monitoring;

    @Option(names = "--rebuild", description = "Empty the archive first, and fill it anew from the topics.")
    private boolean rebuild;

    @Option(
            names = "--drain",
            description = "End when everything is archived that is there now, instead of waiting for more.")
    private boolean drain;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Database database = archive.database();
        ArchiveSettings settings = ArchiveSettings.of(broker.servers(), registry.url(), broker.properties());
        try (ArchiveService service = rebuild
                        ? ArchiveService.connectAnew(settings, database)
                        : ArchiveService.connect(settings, database);
                MonitoringOptions.Monitored monitored =
                        monitoring.start("archive", service::health, service.figures());
                Interruption interruption = Interruption.watch(service::close)) {
            ArchiveSummary summary = drain ? service.drain() : service.run();
            PrintWriter err = spec.commandLine().getErr();
            err.println("archive       " + summary.line());
            err.flush();
        }
        return 0;
    }
}
