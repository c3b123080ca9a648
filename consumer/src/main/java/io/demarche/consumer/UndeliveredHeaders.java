package io.demarche.consumer;

import io.demarche.consumer.delivery.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The headers by which an alert on {@code undelivered-alerts} says who did not take it, and why. Values are text. */
public final class UndeliveredHeaders {
    /** The sink that did not take it. */
    public static final String SINK = "demarche.sink.name";

    /** Why the last try failed. */
    public static final String REASON = "demarche.sink.reason";

    /** How often it was tried. */
    public static final String TRIES = "demarche.sink.tries";

    /** When it was first tried; absent where it never was itself. */
    public static final String FIRST_TRIED = "demarche.sink.first.tried";

    /** When it was given up. */
    public static final String GIVEN_UP = "demarche.sink.given.up";

    private UndeliveredHeaders() {}

    /** Says of a letter what there is to say. */
    static void put(Headers headers, DeadLetter letter) {
        add(headers, SINK, letter.sink());
        add(headers, REASON, letter.reason());
        add(headers, TRIES, Integer.toString(letter.tries()));
        if (letter.firstTried() != null) {
            add(headers, FIRST_TRIED, letter.firstTried().toString());
        }
        add(headers, GIVEN_UP, letter.givenUp().toString());
        if (letter.trace() != null) {
            add(headers, TraceContext.HEADER, letter.trace());
        }
    }

    /** The sink that did not take it; empty where the record does not say. */
    static Optional<String> sink(Headers headers) {
        return Optional.ofNullable(headers.lastHeader(SINK))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
