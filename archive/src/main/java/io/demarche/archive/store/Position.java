package io.demarche.archive.store;

/**
 * Up to where a partition is archived.
 *
 * @param topicId the broker's id of the topic: a topic that was deleted and created again has another
 * @param nextOffset the first offset that is not archived yet
 */
public record Position(String topic, int partition, String topicId, long nextOffset) {}
