package io.demarche.kafka.admin;

import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.TopicNames;
import io.demarche.schemas.Topics;
import io.demarche.schemas.Topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates, checks and describes the topics of the catalogue on one cluster.
 *
 * <pre>{@code
 * try (TopicAdmin topics = TopicAdmin.connect(Map.of("bootstrap.servers", "localhost:9092"))) {
 *     topics.createMissing();
 *     topics.requireAll(Topics.RAW_ARTICLES, Topics.EVENT_MENTIONS);
 * }
 * }</pre>
 *
 * <p>Every method answers within a bounded time, by default {@link #DEFAULT_TIMEOUT}, and throws a
 * {@link DemarcheException} that names the bootstrap servers where no broker answers.
 */
public final class TopicAdmin implements AutoCloseable {
    /** How long an answer is awaited unless the setting {@code default.api.timeout.ms} says otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    /** The replication factor that leaves the choice to the broker ({@code default.replication.factor}). */
    public static final short BROKER_DEFAULT = -1;

    /** The topics of which each task of the streams application reads one partition. */
    private static final List<Topic> FLOW = List.of(
            Topics.RAW_ARTICLES, Topics.EVENT_MENTIONS, Topics.ANALYST_VERDICTS, Topics.DAY_TICKS, Topics.DAY_MARKS);

    private static final List<Topic> ASIDE = List.of(Topics.SOURCE_STATE, Topics.UNDELIVERED_ALERTS);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Admin admin;
    private final String bootstrapServers;
    private final String protocol;

    private TopicAdmin(Admin admin, String bootstrapServers, String protocol) {
        this.admin = admin;
        this.bootstrapServers = bootstrapServers;
        this.protocol = protocol;
    }

    /**
     * Makes a client from Kafka settings. It connects with the first request, not here.
     *
     * @throws DemarcheException where the settings are unusable: no {@code bootstrap.servers}, a host that does not
     *     resolve, a key store that cannot be read
     */
    public static TopicAdmin connect(Map<String, ?> kafkaSettings) {
        Object servers = kafkaSettings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
        String bootstrapServers = servers instanceof Collection<?> list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : servers == null ? "" : servers.toString();
        if (bootstrapServers.isBlank()) {
            throw new DemarcheException("setting bootstrap.servers is missing: give it as host:port");
        }
        Map<String, Object> settings = new HashMap<>();
        // Kafka's defaults let a call wait for a minute. It wants one request to take no longer than the whole call.
        Object timeout = kafkaSettings.get(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG);
        settings.put(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                timeout == null ? Math.toIntExact(DEFAULT_TIMEOUT.toMillis()) : timeout);
        settings.put(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                settings.get(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG));
        AdminClientConfig.configNames().stream()
                .filter(name -> kafkaSettings.get(name) != null)
                .filter(name -> !name.equals(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG))
                .forEach(name -> settings.put(name, kafkaSettings.get(name)));
        try {
            return new TopicAdmin(
                    Admin.create(settings),
                    bootstrapServers,
                    String.valueOf(settings.getOrDefault(AdminClientConfig.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT")));
        } catch (KafkaException e) {
            throw Unconnected.explained(bootstrapServers, e);
        }
    }

    /**
     * Creates those topics of the catalogue that are not there, with the broker's default replication.
     *
     * @return the names of those created, in the order of the catalogue
     */
    public List<String> createMissing() {
        return createMissing(TopicNames.LIVE, BROKER_DEFAULT);
    }

    /**
     * Creates those topics of the catalogue that are not there, and leaves the others as they are.
     *
     * @param names how they are called
     * @param replicationFactor copies of each partition, at least 1, or {@link #BROKER_DEFAULT}
     * @return the names of those created, in the order of the catalogue
     */
    public List<String> createMissing(TopicNames names, short replicationFactor) {
        return createMissing(names, replicationFactor, OptionalInt.empty());
    }

    /**
     * Creates those topics of the catalogue that are not there, and leaves the others as they are.
     *
     * @param names how they are called
     * @param replicationFactor copies of each partition, at least 1, or {@link #BROKER_DEFAULT}
     * @param partitions how many partitions the topics of the flow have, at least 1; where it is not said, as the catalogue
     *     has it. A topic that has but one in the catalogue has one
     * @return the names of those created, in the order of the catalogue
     */
    public List<String> createMissing(TopicNames names, short replicationFactor, OptionalInt partitions) {
        if (partitions.isPresent() && partitions.getAsInt() < 1) {
            throw new DemarcheException("partitions must be at least 1, but are " + partitions.getAsInt());
        }
        if (replicationFactor < 1 && replicationFactor != BROKER_DEFAULT) {
            throw new DemarcheException("replication factor must be at least 1, or -1 for the broker's default, but is "
                    + replicationFactor);
        }
        List<Topic> missing = missing(names.all());
        CreateTopicsResult result = admin.createTopics(missing.stream()
                .map(topic -> new NewTopic(
                                topic.name(),
                                topic.partitions() == 1 ? 1 : partitions.orElse(topic.partitions()),
                                replicationFactor)
                        .configs(topic.config()))
                .toList());
        List<String> created = new ArrayList<>();
        for (Topic topic : missing) {
            try {
                await(result.values().get(topic.name()), "create topic " + topic.name());
                created.add(topic.name());
            } catch (TopicExistsException e) {
                // Somebody else was quicker; the topic is there, which is what was asked for.
                continue;
            }
        }
        NewTopics.awaitLeaders(admin, missing.stream().map(Topic::name).toList());
        return created;
    }

    /**
     * The topics of the catalogue, under these names, as they are on the broker, in the order of the catalogue. How many
     * partitions they should have is a choice made at their creation: as many as the articles' topic.
     */
    public List<TopicState> describe(TopicNames names) {
        String articles = names.of(Topics.RAW_ARTICLES);
        int chosen = describe(names.all()).stream()
                .filter(state -> state.exists() && state.topic().name().equals(articles))
                .mapToInt(TopicState::partitions)
                .findFirst()
                .orElse(Topics.RAW_ARTICLES.partitions());
        return describe(names.all().stream()
                .map(topic -> topic.partitions() == 1
                        ? topic
                        : new Topic(topic.name(), chosen, topic.config(), topic.valueType()))
                .toList());
    }

    /**
     * Checks at start-up that the topics are there.
     *
     * @throws DemarcheException where one is not; the message names it and the command that creates it
     */
    public void requireAll(Topic... topics) {
        requireAll(Arrays.asList(topics), "");
    }

    /**
     * Checks at start-up that all topics of the flow are there, under these names, as {@link #requireAll(Topic...)} does. What
     * the producer remembers of its sources is its own affair, and what a sink did not take is the consumer's: others may not
     * even look at them.
     */
    public void requireAll(TopicNames names) {
        requireAll(flowing(names), names.prefix().isEmpty() ? "" : " --prefix " + names.prefix());
    }

    static List<Topic> flowing(TopicNames names) {
        return names.all().stream()
                .filter(topic ->
                        ASIDE.stream().noneMatch(aside -> names.of(aside).equals(topic.name())))
                .toList();
    }

    /**
     * Checks at start-up that the topics of which a task reads one partition each have as many as each other.
     *
     * @return how many
     * @throws DemarcheException where they differ; the message names both topics
     */
    public int requireAsManyPartitions(TopicNames names) {
        List<Topic> flow = names.all().stream()
                .filter(topic -> FLOW.stream().anyMatch(read -> names.of(read).equals(topic.name())))
                .toList();
        Map<Topic, TopicDescription> found = found(flow);
        Topic first = flow.get(0);
        int expected = partitions(first, found);
        for (Topic other : flow) {
            int partitions = partitions(other, found);
            if (partitions != expected) {
                throw new DemarcheException("topic " + first.name() + " has " + expected + " partitions and topic "
                        + other.name() + " has " + partitions
                        + ": they must have as many as each other (delete the topics and create them with"
                        + " 'demarche init --partitions N')");
            }
        }
        return expected;
    }

    /**
     * The broker's ids of these topics, by name: a topic that was deleted and created again has another.
     *
     * @throws DemarcheException where one is missing, as {@link #requireAll(Topic...)} does
     */
    public Map<String, String> ids(List<Topic> topics) {
        requireAll(topics, "");
        Map<String, String> ids = new HashMap<>();
        found(topics)
                .forEach((topic, description) ->
                        ids.put(topic.name(), description.topicId().toString()));
        return ids;
    }

    /** How many partitions a topic has on the broker; 0 where it is not there. */
    public int partitions(Topic topic) {
        return partitions(topic, found(List.of(topic)));
    }

    private static int partitions(Topic topic, Map<Topic, TopicDescription> found) {
        TopicDescription description = found.get(topic);
        return description == null ? 0 : description.partitions().size();
    }

    private void requireAll(List<Topic> topics, String option) {
        List<Topic> missing = missing(topics);
        if (!missing.isEmpty()) {
            throw new DemarcheException((missing.size() == 1 ? "topic " : "topics ")
                    + String.join(", ", missing.stream().map(Topic::name).toList())
                    + (missing.size() == 1 ? " does" : " do") + " not exist on " + bootstrapServers
                    + ": create with 'demarche topics create --bootstrap-servers " + bootstrapServers + option + "'");
        }
    }

    @Override
    public void close() {
        admin.close(CLOSE_TIMEOUT);
    }

    private List<TopicState> describe(List<Topic> topics) {
        Map<Topic, TopicDescription> found = found(topics);
        Map<Topic, Config> configs = configs(found.keySet());
        return topics.stream()
                .map(topic -> TopicState.of(
                        topic, Optional.ofNullable(found.get(topic)), Optional.ofNullable(configs.get(topic))))
                .toList();
    }

    private List<Topic> missing(List<Topic> topics) {
        Map<Topic, TopicDescription> found = found(topics);
        return topics.stream().filter(topic -> !found.containsKey(topic)).toList();
    }

    private Map<Topic, TopicDescription> found(List<Topic> topics) {
        Map<String, KafkaFuture<TopicDescription>> answers =
                admin.describeTopics(topics.stream().map(Topic::name).toList()).topicNameValues();
        Map<Topic, TopicDescription> found = new LinkedHashMap<>();
        for (Topic topic : topics) {
            try {
                found.put(topic, await(answers.get(topic.name()), "describe topic " + topic.name()));
            } catch (UnknownTopicOrPartitionException e) {
                // Not there: it is left out of the result, which says so.
                continue;
            }
        }
        return found;
    }

    private Map<Topic, Config> configs(Collection<Topic> topics) {
        Map<ConfigResource, Topic> resources = new LinkedHashMap<>();
        topics.forEach(topic -> resources.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), topic));
        Map<ConfigResource, Config> answers =
                await(admin.describeConfigs(resources.keySet()).all(), "describe the settings of the topics");
        Map<Topic, Config> configs = new HashMap<>();
        resources.forEach((resource, topic) -> configs.put(topic, answers.get(resource)));
        return configs;
    }

    private <V> V await(KafkaFuture<V> future, String what) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw translated(e.getCause(), what);
        }
    }

    private RuntimeException translated(Throwable cause, String what) {
        if (cause instanceof TopicExistsException || cause instanceof UnknownTopicOrPartitionException) {
            return (KafkaException) cause;
        }
        String servers = "bootstrap.servers=" + bootstrapServers;
        if (cause instanceof TimeoutException) {
            return new DemarcheException(Unanswered.message(bootstrapServers, protocol), cause);
        }
        if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
            return new DemarcheException(
                    "the broker at " + servers + " refused to " + what + ": " + rootMessage(cause), cause);
        }
        if (cause instanceof InvalidReplicationFactorException) {
            return new DemarcheException(
                    "cannot " + what + " on " + servers + ": " + rootMessage(cause)
                            + " (choose a replication factor no higher than the number of brokers)",
                    cause);
        }
        return new DemarcheException("cannot " + what + " on " + servers + ": " + rootMessage(cause), cause);
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }

    /**
     * A topic of the catalogue as it is on the broker.
     *
     * @param topic what the catalogue says
     * @param exists whether it is there
     * @param partitions how many partitions it has; 0 where it is not there
     * @param replicationFactor copies of its first partition; 0 where it is not there
     * @param config the values on the broker of those settings that the catalogue states
     */
    public record TopicState(
            Topic topic, boolean exists, int partitions, int replicationFactor, Map<String, String> config) {

        static TopicState of(Topic topic, Optional<TopicDescription> description, Optional<Config> config) {
            if (description.isEmpty()) {
                return new TopicState(topic, false, 0, 0, Map.of());
            }
            Map<String, String> stated = new HashMap<>();
            topic.config()
                    .keySet()
                    .forEach(name -> config.map(all -> all.get(name))
                            .map(ConfigEntry::value)
                            .ifPresent(value -> stated.put(name, value)));
            var partitions = description.get().partitions();
            return new TopicState(
                    topic, true, partitions.size(), partitions.get(0).replicas().size(), Map.copyOf(stated));
        }

        /**
         * Where the broker differs from the catalogue, one phrase each; empty where it does not. More partitions than
         * the catalogue's are a difference too: keys would move between partitions.
         */
        public List<String> deviations() {
            if (!exists) {
                return List.of("missing");
            }
            List<String> deviations = new ArrayList<>();
            if (partitions != topic.partitions()) {
                deviations.add(partitions + " partitions instead of " + topic.partitions());
            }
            topic.config().keySet().stream().sorted().forEach(name -> {
                String actual = config.getOrDefault(name, "");
                if (!actual.equals(topic.config().get(name))) {
                    deviations.add(name + "=" + actual + " instead of "
                            + topic.config().get(name));
                }
            });
            return deviations;
        }
    }
}
