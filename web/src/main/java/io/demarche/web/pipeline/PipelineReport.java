package io.demarche.web.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the pipeline stands.
 *
 * @param at when this was found out
 * @param tasks the tasks of the streams application, also those that were never heard of
 * @param topics the topics that are archived, and the dead letters
 * @param feeds what the producer reads again and again
 */
public record PipelineReport(Instant at, List<Task> tasks, List<TopicSize> topics, List<Feed> feeds) {
    public PipelineReport {
        tasks = List.copyOf(tasks);
        topics = List.copyOf(topics);
        feeds = List.copyOf(feeds);
    }

    /**
     * A task.
     *
     * @param heard its last heartbeat
     * @param records how many records it has taken in by then
     * @param newest up to which event time it has come
     */
    public record Task(String name, Optional<Instant> heard, long records, Optional<Instant> newest) {}

    /**
     * A topic.
     *
     * @param end the offsets after its last records, summed over its partitions
     * @param held how many records it holds, about
     */
    public record TopicSize(String topic, long end, long held) {}

    /**
     * A feed.
     *
     * @param answered when it last answered
     * @param failures failures in a row
     * @param trouble the last of them; empty for none
     */
    public record Feed(
            String source, String status, Optional<Instant> answered, long items, int failures, String trouble) {}
}
