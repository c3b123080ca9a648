package io.demarche.streams.errors;

import io.demarche.streams.counters.PipelineCounters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the counters reach handlers, which Kafka Streams makes by itself: as an object among the settings. */
public final class SharedCounters {
    /** The setting. */
    public static final String SETTING = "demarche.pipeline.counters";

    private SharedCounters() {}

    static @Nullable PipelineCounters in(Map<String, ?> configs) {
        return configs.get(SETTING) instanceof PipelineCounters counters ? counters : null;
    }
}
