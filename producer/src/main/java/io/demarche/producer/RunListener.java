package io.demarche.producer;

import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Remark;
import java.util.List;

/** Hears what happens in a run. Called by the thread that runs, or by Kafka's sender thread; must not block. */
public interface RunListener {
    /** Hears nothing. */
    RunListener SILENT = new RunListener() {};

    /** An article was not taken. */
    default void rejected(Rejection rejection) {}

    /** An article was taken, with something assumed of it. */
    default void remarked(String where, Remark remark) {}

    /** The run goes on. */
    default void progressed(RunProgress progress) {}

    /** The run has ended, or was stopped; this came of each of its sources, in their order. */
    default void ended(List<SourceSummary> sources) {}

    /** What was put into a directory that is followed was sent. */
    default void followed(RunSummary look) {}
}
