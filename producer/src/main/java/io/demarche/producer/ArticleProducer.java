package io.demarche.producer;

import io.demarche.avro.DayTick;
import io.demarche.avro.RawArticle;
import io.demarche.avro.SourceState;
import io.demarche.kafka.admin.TopicAdmin;
import io.demarche.kafka.admin.Unconnected;
import io.demarche.kafka.monitoring.Health;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.producer.RecordEncoder.StoppedException;
import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.FollowedDirectory;
import io.demarche.producer.source.NamedSource;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the articles of a source to {@code raw-articles}, and the days they reach to {@code day-ticks}.
 *
 * <pre>{@code
 * ArticleSource source = new DirectorySource(Path.of("news"), SourceDefaults.none());
 * try (ArticleProducer producer = ArticleProducer.connect(settings, Clock.systemUTC())) {
 *     RunSummary summary = producer.run(source, RunOptions.lenient(), RunListener.SILENT);
 * }
 * }</pre>
 *
 * <p>A day is announced when the newest publication day advances, after all earlier articles are acknowledged, and once more
 * at the end, so that the last day is announced after its own articles too. A day that has not come yet is never
 * announced. {@link #run} is for one thread; {@link #close} may be called from any, such as a shutdown hook: the run then
 * ends after the article at hand, and what was handed to the broker is waited for.
 */
public final class ArticleProducer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArticleProducer.class);
    private static final Duration CLOSING = Duration.ofSeconds(20);

    private final ArticleIntake intake;
    private final ArticleOutlet outlet;
    private final Supplier<Map<String, SourceState>> states;
    private final InstantSource clock;
    private final CountDownLatch stopped;
    private final ProducerFigures figures;

    private ArticleProducer(
            ArticleIntake intake,
            ArticleOutlet outlet,
            Supplier<Map<String, SourceState>> states,
            InstantSource clock,
            CountDownLatch stopped,
            ProducerFigures figures) {
        this.intake = intake;
        this.outlet = outlet;
        this.states = states;
        this.clock = clock;
        this.stopped = stopped;
        this.figures = figures;
    }

    /**
     * Connects, and checks that the topics are there.
     *
     * @param clock tells when an article is fetched and when progress is due
     * @throws DemarcheException where a setting is wrong, no broker answers or a topic is missing
     */
    public static ArticleProducer connect(ProducerSettings settings, InstantSource clock) {
        return connect(settings, clock, new ArticleFigures());
    }

    /** The same, counting articles where another producer of the process does. */
    public static ArticleProducer connect(ProducerSettings settings, InstantSource clock, ArticleFigures articles) {
        Map<String, Object> kafka = settings.kafka();
        try (TopicAdmin admin = TopicAdmin.connect(kafka)) {
            admin.requireAll(Topics.RAW_ARTICLES, Topics.DAY_TICKS);
        }
        return over(
                kafkaProducer(kafka, settings), settings, () -> SourceStates.read(settings.reading()), clock, articles);
    }

    /**
     * A producer over a connection that is there already.
     *
     * @param states what is remembered of sources
     */
    static ArticleProducer over(
            Producer<String, byte[]> kafka,
            ProducerSettings settings,
            Supplier<Map<String, SourceState>> states,
            InstantSource clock,
            ArticleFigures figures) {
        Serde<RawArticle> articles = ValueSerdes.of(RawArticle.class, settings.serde());
        Serde<DayTick> ticks = ValueSerdes.of(DayTick.class, settings.serde());
        CountDownLatch stopped = new CountDownLatch(1);
        ArticleOutlet outlet = new ArticleOutlet(
                kafka,
                new RecordEncoder(settings.deliveryTimeout(), stopped),
                articles.serializer(),
                ticks.serializer(),
                ValueSerdes.of(SourceState.class, settings.serde()).serializer(),
                settings);
        return new ArticleProducer(
                ArticleIntake.withBundledRules(clock),
                outlet,
                states,
                clock,
                stopped,
                new ProducerFigures(kafka, figures));
    }

    /**
     * Sends all articles of the source, and closes it. Returns when they are acknowledged.
     *
     * @throws DemarcheException where the broker or the registry stays away longer than {@code delivery.timeout.ms}, or, in
     *     a strict run, at the first rejection; what was read before it has been sent
     */
    public RunSummary run(ArticleSource source, RunOptions options, RunListener listener) {
        return run(List.of(NamedSource.passing("", source)), options, listener);
    }

    /**
     * The same for several sources, one after the other; an article that two of them hold is sent once. What came of each is
     * told at the end, and kept of those that are to be remembered.
     */
    public RunSummary run(List<NamedSource> sources, RunOptions options, RunListener listener) {
        try {
            boolean kept = sources.stream().anyMatch(NamedSource::kept);
            SourceMemory memory = new SourceMemory(kept ? states.get() : Map.of(), outlet, clock);
            ArticleRun run = new ArticleRun(sources, intake, outlet, memory, options, listener, clock, this::isStopped);
            RunSummary summary = untilStopped(run);
            figures.add(summary);
            listener.ended(run.bySource());
            return summary;
        } finally {
            sources.forEach(source -> source.articles().close());
        }
    }

    private RunSummary untilStopped(ArticleRun run) {
        try {
            return run.toTheEnd();
        } catch (StoppedException | InterruptException e) {
            return run.soFar();
        } catch (IllegalStateException e) {
            if (isStopped()) {
                return run.soFar(); // closed under the run, as a shutdown hook does
            }
            throw e;
        } catch (KafkaException e) {
            throw outlet.explained(e);
        }
    }

    /**
     * Sends what is put into a directory, looking again every {@code pause}, until {@link #close} is called. When midnight
     * (UTC) passes meanwhile, the new day is announced, so that quiet pairs close though no news comes in.
     *
     * @throws DemarcheException as {@link #run} does, and where the directory cannot be read any more
     */
    public void follow(FollowedDirectory directory, Duration pause, RunOptions options, RunListener listener) {
        LocalDate today = today();
        try {
            while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                directory.look().ifPresent(articles -> listener.followed(run(articles, options, listener)));
                if (today().isAfter(today)) {
                    today = today();
                    announce(today);
                }
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void announce(LocalDate day) {
        try {
            outlet.tick(day);
            outlet.flush();
        } catch (StoppedException e) {
            LOG.debug("told to stop");
        } catch (KafkaException e) {
            throw outlet.explained(e);
        }
    }

    /** Ready from the first moment until it is closed. */
    public Health health() {
        return isStopped() ? Health.ended("CLOSED") : Health.RUNNING;
    }

    /** What its runs did, and what Kafka's client measures. */
    public MeterBinder figures() {
        return figures;
    }

    /** Ends a run under way after the article at hand, waits for what was sent, and lets go of the broker. */
    @Override
    public void close() {
        stopped.countDown();
        outlet.close(CLOSING);
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private static Producer<String, byte[]> kafkaProducer(Map<String, Object> kafka, ProducerSettings settings) {
        try {
            return new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
        } catch (KafkaException e) {
            throw Unconnected.explained(settings.bootstrapServers(), e);
        }
    }
}
