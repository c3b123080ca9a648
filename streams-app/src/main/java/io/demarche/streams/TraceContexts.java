package io.demarche.streams;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The W3C trace context that the last news of each dyad came with, until the dyad is assessed. News is announced later than it comes,
 * out of a store, so Kafka Streams does not hand its headers on. Kept in memory: what is announced after a restart bears none.
 */
final class TraceContexts {
    /** The header's name, on articles, mentions, events and alerts. */
    static final String HEADER = "traceparent";

    private final Map<String, Header> latest = new HashMap<>();

    /** News of a dyad came with these headers. */
    void came(String dyad, Headers headers) {
        Header trace = headers.lastHeader(HEADER);
        if (trace != null) {
            latest.put(dyad, trace);
        }
    }

    /** Puts the context of a dyad's news on what is made of it. */
    void putOn(Headers headers, String dyad) {
        Header trace = latest.get(dyad);
        if (trace != null) {
            headers.add(trace);
        }
    }

    /** The dyad was assessed: what comes next has another cause. */
    void done(String dyad) {
        latest.remove(dyad);
    }
}
