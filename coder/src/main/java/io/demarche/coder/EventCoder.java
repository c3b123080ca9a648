package io.demarche.coder;

import io.demarche.avro.EventMention;
import java.util.List;

/** Finds the acts of states toward one another that an article reports. Implementations are thread-safe and deterministic. */
@FunctionalInterface
public interface EventCoder {
    /** The mentions in the article, in the order in which their quotes appear; empty where it reports none. */
    List<EventMention> code(Article article);
}
