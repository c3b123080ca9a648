package io.demarche.producer;

import io.demarche.producer.feed.CheckResult;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Remark;

/** Hears how the reading of feeds goes. Called by the thread that reads; must not block. */
public interface FeedListener {
    /** Hears nothing. */
    FeedListener SILENT = new FeedListener() {};

    /** A feed was checked, and what came of it is kept. */
    default void checked(CheckResult result) {}

    /** An article was not taken. */
    default void rejected(Rejection rejection) {}

    /** An article was taken, with something assumed of it. */
    default void remarked(String where, Remark remark) {}

    /** So far this was done. */
    default void progressed(FeedSummary soFar) {}
}
