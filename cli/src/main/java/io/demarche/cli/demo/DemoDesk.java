package io.demarche.cli.demo;

import io.demarche.archive.ArchiveService;
import io.demarche.archive.ArchiveSettings;
import io.demarche.archive.store.Database;
import io.demarche.cli.pipeline.BrokerPipeline;
import io.demarche.web.DeskServer;
import io.demarche.web.WebSettings;
import io.demarche.web.articles.ArticleTopic;
import io.demarche.web.verdicts.VerdictTopic;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Archive and desk of a demo: what comes in shows on the page at once. */
final class DemoDesk implements AutoCloseable {
    private final ArchiveService archive;
    private final VerdictTopic verdicts;
    private final ArticleTopic articles;
    private final DeskServer desk;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread daemon = new Thread(work, "demo-archive");
        daemon.setDaemon(true);
        return daemon;
    });

    private DemoDesk(ArchiveService archive, VerdictTopic verdicts, ArticleTopic articles, DeskServer desk) {
        this.archive = archive;
        this.verdicts = verdicts;
        this.articles = articles;
        this.desk = desk;
    }

    /** Starts both, on a database of this file. */
    static DemoDesk start(WebSettings settings, Path file, String servers, String registryUrl) {
        Database database = Database.of(file.toString(), "", "");
        ArchiveService archive = ArchiveService.connect(ArchiveSettings.of(servers, registryUrl, Map.of()), database);
        VerdictTopic verdicts = new VerdictTopic(servers, registryUrl, Map.of());
        ArticleTopic articles = new ArticleTopic(servers, registryUrl, Map.of());
        try {
            BrokerPipeline pipeline = new BrokerPipeline(servers, registryUrl, Map.of(), Clock.systemUTC());
            DemoDesk both = new DemoDesk(
                    archive, verdicts, articles, DeskServer.start(settings, database, verdicts, articles, pipeline));
            both.thread.execute(archive::run);
            return both;
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    String url() {
        return desk.url();
    }

    @Override
    public void close() {
        desk.close();
        verdicts.close();
        articles.close();
        archive.close();
        thread.shutdownNow();
    }
}
