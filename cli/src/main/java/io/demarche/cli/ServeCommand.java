package io.demarche.cli;

import io.demarche.archive.store.Database;
import io.demarche.cli.pipeline.BrokerPipeline;
import io.demarche.web.DeskServer;
import io.demarche.web.articles.ArticleTopic;
import io.demarche.web.verdicts.VerdictTopic;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demarche serve}: the page over an archive. */
@Command(
        name = "serve",
        description =
                "Serve the page to watch, ask and search in a browser, and its API, over the archive that 'demarche"
                        + " archive' keeps, until interrupted. What one says of acts there goes to the broker, from which"
                        + " articles and the state of the pipeline come, too; all else needs none.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche serve --db archive.db"})
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions archive;

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private RegistryOptions registry;

    @Mixin
    private DeskOptions desk;

    @Mixin
    private AccessOptions access;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Database database = archive.database();
        try (VerdictTopic verdicts = new VerdictTopic(broker.servers(), registry.url(), broker.properties());
                ArticleTopic articles = new ArticleTopic(broker.servers(), registry.url(), broker.properties());
                DeskServer server = DeskServer.start(
                        access.settings(desk.port()),
                        database,
                        verdicts,
                        articles,
                        new BrokerPipeline(broker.servers(), registry.url(), broker.properties(), Clock.systemUTC()));
                Interruption interruption = Interruption.watch(server::close)) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("The archive in " + database.name() + " is shown at " + server.url() + " until Ctrl-C.");
            out.flush();
            interruption.await();
        }
        return 0;
    }
}
