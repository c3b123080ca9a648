package io.demarche.bench;

import io.demarche.coder.EventCoder;
import io.demarche.schemas.Topics;
import io.demarche.streams.DemarcheStreams;
import io.demarche.streams.StreamsSettings;
import io.demarche.tension.LadderAssessor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The real application, with a coder of the caller's choice. */
final class Ours implements Contender {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final PipelineCluster cluster;
    private final ArticleRecords records;
    private final StreamsSettings settings;
    private final DemarcheStreams streams;

    Ours(PipelineCluster cluster, ArticleRecords records, StreamsSettings settings, EventCoder coder) {
        this.cluster = cluster;
        this.records = records;
        this.settings = settings;
        cluster.createTopics(settings.topicPrefix());
        streams = new DemarcheStreams(settings, coder, LadderAssessor.withBundledRules());
        streams.start();
        streams.awaitRunning(Duration.ofMinutes(1));
    }

    /** The topic that its articles come in by. */
    String input() {
        return settings.topics().of(Topics.RAW_ARTICLES);
    }

    @Override
    public void take(List<ArticleRecords.Encoded> articles) {
        records.send(input(), articles);
        cluster.awaitCommitted(settings.applicationId(), List.of(input()), 0);
        cluster.awaitCommitted(
                settings.applicationId(),
                List.of(settings.topics().of(Topics.EVENT_MENTIONS)),
                settings.guarantee() == StreamsSettings.Guarantee.EXACTLY_ONCE_V2 ? 1 : 0);
        while (streams.counters().unsettled() > 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    @Override
    public void close() {
        streams.close();
    }
}
