package io.demarche.schemas;

import io.demarche.avro.EventMention;

/**
 * The record key of an event mention: its dyad, so that all evidence on one pair meets in one partition.
 * Mentions that are no party's act toward another (an organisation other than the Union takes part, or both are the same) are
 * keyed {@code UN>RUS}, source first; that form is no dyad, and nothing downstream takes it for one.
 */
public final class MentionKey {
    private MentionKey() {}

    /** The key of a mention. */
    public static String of(EventMention mention) {
        String source = mention.getSource().getCountry();
        String target = mention.getTarget().getCountry();
        return Dyad.between(source, target).map(Dyad::toString).orElse(source + ">" + target);
    }
}
