package io.demarche.producer;

import io.demarche.avro.DayTick;
import io.demarche.avro.RawArticle;
import io.demarche.avro.SourceState;
import io.demarche.kafka.admin.TopicAdmin;
import io.demarche.kafka.admin.Unconnected;
import io.demarche.kafka.monitoring.Health;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.producer.RecordEncoder.StoppedException;
import io.demarche.producer.feed.CheckResult;
import io.demarche.producer.feed.FeedCheck;
import io.demarche.producer.feed.FeedRounds;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the articles of feeds to {@code raw-articles}. What a check of a feed found, and what is remembered of the feed from then on, go
 * out in one transaction: whoever reads committed records has each version of each item once, whatever moment the process is killed
 * at; another process of the same name goes on where it was, and one that still runs ends.
 */
public final class FeedProducer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedProducer.class);
    private static final Duration CLOSING = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int THREADS = 32;

    private final ProducerSettings settings;
    private final FeedTransaction transaction;
    private final ArticleOutlet outlet;
    private final InstantSource clock;
    private final CountDownLatch stopped;
    private final FeedFigures figures;

    private FeedProducer(
            Producer<String, byte[]> kafka,
            ProducerSettings settings,
            InstantSource clock,
            CountDownLatch stopped,
            ArticleFigures articles) {
        this.settings = settings;
        this.figures = new FeedFigures(articles);
        this.outlet = new ArticleOutlet(
                kafka,
                new RecordEncoder(settings.deliveryTimeout(), stopped),
                ValueSerdes.of(RawArticle.class, settings.serde()).serializer(),
                ValueSerdes.of(DayTick.class, settings.serde()).serializer(),
                ValueSerdes.of(SourceState.class, settings.serde()).serializer(),
                settings);
        this.transaction = new FeedTransaction(kafka, ArticleIntake.withBundledRules(clock), outlet, clock);
        this.clock = clock;
        this.stopped = stopped;
    }

    /**
     * Connects, and takes over from an earlier producer of the name.
     *
     * @param name of the set of feeds
     * @throws DemarcheException where a setting is wrong, no broker answers or a topic is missing
     */
    public static FeedProducer connect(ProducerSettings settings, String name, InstantSource clock) {
        return connect(settings, name, clock, new ArticleFigures());
    }

    /** The same, counting articles where another producer of the process does. */
    public static FeedProducer connect(
            ProducerSettings settings, String name, InstantSource clock, ArticleFigures articles) {
        Map<String, Object> transactional = settings.transactional("demarche-producer-" + name);
        try (TopicAdmin admin = TopicAdmin.connect(settings.kafka())) {
            admin.requireAll(Topics.RAW_ARTICLES, Topics.DAY_TICKS, Topics.SOURCE_STATE);
        }
        Producer<String, byte[]> kafka;
        try {
            kafka = new KafkaProducer<>(transactional, new StringSerializer(), new ByteArraySerializer());
            kafka.initTransactions();
        } catch (KafkaException e) {
            throw Unconnected.explained(settings.bootstrapServers(), e);
        }
        return new FeedProducer(kafka, settings, clock, new CountDownLatch(1), articles);
    }

    /**
     * Checks feeds: each once, or when they are due, until {@link #close} is called.
     *
     * @throws DemarcheException where broker or registry stay away longer than {@code delivery.timeout.ms}, or another producer of
     *     the name took over
     */
    public FeedSummary run(List<String> feeds, FeedCheck check, FeedPace pace, FeedListener listener) {
        boolean once = pace.once();
        FeedCounts counts = new FeedCounts(feeds.size());
        Duration progress = pace.firstProgress();
        Instant nextProgress = clock.instant().plus(progress);
        LocalDate today = today();
        try (FeedRounds rounds = new FeedRounds(check, remembered(feeds), once, THREADS, clock)) {
            while (!isStopped() && !(once && rounds.isDone())) {
                List<CheckResult> results = rounds.next(LOOK);
                boolean newDay = !once && today().isAfter(today);
                if (!results.isEmpty() || newDay) {
                    commit(results, newDay, counts, listener);
                    today = today();
                }
                results.forEach(rounds::settled);
                results.forEach(listener::checked);
                if (!clock.instant().isBefore(nextProgress)) {
                    progress = pace.after(progress);
                    nextProgress = clock.instant().plus(progress);
                    listener.progressed(counts.summary());
                }
            }
        } catch (StoppedException | InterruptException | InterruptedException e) {
            LOG.debug("told to stop");
        } catch (IllegalStateException e) {
            if (!isStopped()) {
                throw e;
            }
        } catch (KafkaException e) {
            if (!isStopped()) {
                throw outlet.explained(e);
            }
        }
        return counts.summary();
    }

    private List<SourceState> remembered(List<String> feeds) {
        Map<String, SourceState> known = SourceStates.read(settings.reading());
        List<SourceState> states = new ArrayList<>();
        for (String feed : feeds) {
            SourceState state = known.get(feed);
            states.add(state == null ? FeedCheck.unread(feed, clock.instant()) : state);
        }
        return states;
    }

    private void commit(List<CheckResult> results, boolean newDay, FeedCounts counts, FeedListener listener) {
        FeedTransaction.Sent sent =
                transaction.commit(results, newDay ? Optional.of(today()) : Optional.empty(), listener);
        counts.add(results, sent);
        figures.add(results, sent);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Ready from the first moment until it is closed. */
    public Health health() {
        return isStopped() ? Health.ended("CLOSED") : Health.RUNNING;
    }

    /** Feeds by how they stand, checks by what came of them, failures by reason; articles by what became of them. */
    public MeterBinder figures() {
        return figures;
    }

    /** Ends a run under way; what was not committed is found again by the next. */
    @Override
    public void close() {
        stopped.countDown();
        outlet.close(CLOSING);
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
