package io.demarche.schemas;

import java.util.List;

/**
 * The catalogue's topics as one instance names them: with a prefix where it works apart from the live topics.
 *
 * @param prefix put before every topic's name; empty for the live topics
 */
public record TopicNames(String prefix) {
    /** The names of the live topics: those of the catalogue. */
    public static final TopicNames LIVE = new TopicNames("");

    /** The name of a topic on the broker. */
    public String of(Topics.Topic topic) {
        return prefix + topic.name();
    }

    /** Every topic of the catalogue, in its order, under the name that it has here. */
    public List<Topics.Topic> all() {
        return Topics.all().stream()
                .map(topic -> new Topics.Topic(of(topic), topic.partitions(), topic.config(), topic.valueType()))
                .toList();
    }
}
