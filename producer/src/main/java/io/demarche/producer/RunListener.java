package io.demarche.producer;

import io.demarche.producer.source.Rejection;

/** Hears what happens in a run. Called by the thread that runs, or by Kafka's sender thread; must not block. */
public interface RunListener {
    /** Hears nothing. */
    RunListener SILENT = new RunListener() {};

    /** An article was not taken. */
    default void rejected(Rejection rejection) {}

    /** The run goes on; so far this was done. */
    default void progressed(RunSummary soFar) {}
}
