package io.demarche.streams;

import java.util.Map;

/**
 * How many partitions the coding stage has: a day has come once each of them has passed its tick. A task cannot ask for it, so
 * that the instance, which has looked at the topics, hands it on among Kafka's settings.
 */
final class CodingPartitions {
    static final String SETTING = "demarche.internal.coding.partitions";

    private CodingPartitions() {}

    /** What the settings say; one where they say nothing, as in a test driver. */
    static int of(Map<String, Object> settings) {
        return settings.get(SETTING) instanceof Integer partitions ? partitions : 1;
    }
}
