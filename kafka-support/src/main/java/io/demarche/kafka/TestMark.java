package io.demarche.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The header that marks a record as made for testing: on every copy that a replay makes, and, as Kafka Streams hands headers
 * on, on whatever is made of one.
 */
public final class TestMark {
    /** The header's name. */
    public static final String HEADER = "demarche.test";

    private static final String VALUE = "true";

    private TestMark() {}

    /** Whether the headers bear the mark. */
    public static boolean isOn(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        return header != null
                && header.value() != null
                && VALUE.equals(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** Puts the mark on. */
    public static void put(Headers headers) {
        headers.add(HEADER, VALUE.getBytes(StandardCharsets.UTF_8));
    }
}
