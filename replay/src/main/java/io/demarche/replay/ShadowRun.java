package io.demarche.replay;

import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import io.demarche.streams.DemarcheStreams;
import io.demarche.streams.StreamsSettings;
import io.demarche.streams.counters.PipelineCounters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Has live articles coded and assessed anew, in topics that are made for it and deleted afterwards, and compares what then
 * stands with what stands in the live topics: the regression test for a changed lexicon. Of the live topics it reads only, and
 * by assignment. The latest day is that of the live topics, as their day ticks have it.
 *
 * <pre>{@code
 * try (ShadowRun run = new ShadowRun(settings, Optional.empty(), Optional.empty(), streams)) {
 *     run.run().differences().forEach(one -> System.out.println(one.row()));
 * }
 * }</pre>
 *
 * <p>One thread runs; {@link #stopAndAwait} may be called from any.
 */
public final class ShadowRun implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Map<String, String> settings;
    private final Optional<Instant> from;
    private final Optional<Instant> to;
    private final Function<StreamsSettings, DemarcheStreams> streams;
    private final String applicationId =
            "demarche-shadow-" + UUID.randomUUID().toString().substring(0, 8);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable TopicReplay copying;

    /**
     * A run that has yet to begin.
     *
     * @param settings of Kafka's clients and of the serde
     * @param from only articles that arrived at this time or later
     * @param to only articles that arrived before this time
     * @param streams makes the application, with the coder and the rules that are to be tried
     */
    public ShadowRun(
            Map<String, String> settings,
            Optional<Instant> from,
            Optional<Instant> to,
            Function<StreamsSettings, DemarcheStreams> streams) {
        this.settings = Map.copyOf(settings);
        this.from = from;
        this.to = to;
        this.streams = streams;
    }

    /**
     * Runs, compares, and cleans up, also where it fails or is stopped.
     *
     * @throws DemarcheException where the broker does not answer, a topic is missing, or the run was stopped
     */
    public ShadowSummary run() {
        try (ShadowTopics topics = new ShadowTopics(settings, applicationId)) {
            List<ReplayPlan> plans = List.of(
                    plan(topics.prefix(), Topics.DAY_TICKS, Optional.empty(), Optional.empty()),
                    plan(topics.prefix(), Topics.ANALYST_VERDICTS, Optional.empty(), Optional.empty()),
                    plan(topics.prefix(), Topics.RAW_ARTICLES, from, to));
            topics.requireRegistry();
            Path state = stateDirectory();
            try {
                topics.create();
                long articles = 0;
                for (ReplayPlan plan : plans) {
                    articles = copy(plan);
                }
                StreamsSettings own = own(topics, state);
                long late = process(topics, own);
                return compare(topics, articles, late, own.keepDays());
            } finally {
                delete(state);
                topics.deleteAll(plans.stream().map(ReplayPlan::group).toList());
            }
        } catch (KafkaException e) {
            throw new DemarcheException(
                    "cannot run in the shadow of " + settings.get("bootstrap.servers") + ": "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        } finally {
            ended.countDown();
        }
    }

    private static ReplayPlan plan(String prefix, Topics.Topic topic, Optional<Instant> from, Optional<Instant> to) {
        return new ReplayPlan(
                topic.name(), prefix + topic.name(), from, to, new TreeSet<>(), ReplayPlan.MAX_SPEED, ReplayPlan.ALL);
    }

    private long copy(ReplayPlan plan) {
        try (TopicReplay replay = new TopicReplay(settings, plan, Clock.systemUTC())) {
            copying = replay;
            requireGoingOn();
            return replay.run(progress -> {}).replayed();
        } finally {
            copying = null;
        }
    }

    private StreamsSettings own(ShadowTopics topics, Path state) {
        Map<String, String> own = new HashMap<>(settings);
        own.put("application.id", applicationId);
        own.put("demarche.topic.prefix", topics.prefix());
        own.put("demarche.stores", "in-memory");
        own.put("state.dir", state.toString());
        return StreamsSettings.from(own);
    }

    /** Returns how many mentions were too old. */
    private long process(ShadowTopics topics, StreamsSettings own) {
        long late;
        try (DemarcheStreams running = streams.apply(own)) {
            running.start();
            running.awaitRunning(START);
            while (!topics.isCaughtUp() || !running.isSettled()) {
                requireGoingOn();
                if (running.awaitStopped(BETWEEN_LOOKS)) {
                    throw new DemarcheException("the shadow's streams application was closed");
                }
            }
            late = running.counters().get(PipelineCounters.Count.LATE);
        }
        // The last transaction is committed, and its marks are on their way.
        while (!topics.isSettled()) {
            requireGoingOn();
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return late;
    }

    /** What is older than evidence is kept, seen from the latest day, is left out. */
    private ShadowSummary compare(ShadowTopics topics, long articles, long late, int keepDays) {
        Map<String, Object> config = new HashMap<>(settings);
        config.put("group.id", applicationId);
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", "false");
        config.put("auto.offset.reset", "none");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Standing live = Standing.read(consumer, "", settings);
            Standing shadow = Standing.read(consumer, topics.prefix(), settings);
            LocalDate asOf = live.asOf().isAfter(shadow.asOf()) ? live.asOf() : shadow.asOf();
            if (asOf.isAfter(LocalDate.MIN)) {
                live.keepFrom(asOf.minusDays(keepDays));
                shadow.keepFrom(asOf.minusDays(keepDays));
            }
            if (from.isPresent() || to.isPresent() || topics.isCutShort(Topics.RAW_ARTICLES)) {
                TreeSet<String> days = shadow.days();
                live.keep(
                        day -> !days.isEmpty() && day.compareTo(days.first()) >= 0 && day.compareTo(days.last()) <= 0);
            }
            return new ShadowSummary(
                    articles,
                    late,
                    shadow.events(),
                    shadow.alerts(),
                    live.skipped() + shadow.skipped(),
                    live.differencesOf(shadow));
        }
    }

    private void requireGoingOn() {
        if (stopped.getCount() == 0) {
            throw new DemarcheException("the shadow run was stopped; what it had made is deleted");
        }
    }

    /** Asks the run to end. */
    @Override
    public void close() {
        stopped.countDown();
        TopicReplay current = copying;
        if (current != null) {
            current.close();
        }
    }

    /** Stops, and waits until what the run has made is deleted; for a shutdown hook. */
    public void stopAndAwait() {
        close();
        try {
            ended.await();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static Path stateDirectory() {
        try {
            return Files.createTempDirectory("demarche-shadow");
        } catch (IOException e) {
            throw new DemarcheException("cannot make a directory for state: " + e.getMessage(), e);
        }
    }

    private static void delete(Path directory) {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(paths::add);
            for (Path path : paths) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
