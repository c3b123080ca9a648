package io.demarche.replay;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The headers by which a copy says that it is one, and of which record. Values are text. */
public final class ReplayHeaders {
    /** {@code true} on every copy: a subscriber that acts on alerts leaves these out. */
    public static final String TEST = "demarche.test";

    /** The topic that the original is in. */
    public static final String TOPIC = "demarche.replay.topic";

    /** Its partition. */
    public static final String PARTITION = "demarche.replay.partition";

    /** Its offset. */
    public static final String OFFSET = "demarche.replay.offset";

    /** When it arrived there, in milliseconds since 1970. */
    public static final String TIMESTAMP = "demarche.replay.timestamp";

    private ReplayHeaders() {}

    /** Whether a record is a copy. */
    public static boolean isCopy(Headers headers) {
        return "true".equals(text(headers.lastHeader(TEST)));
    }

    /** The headers of a copy: those of the original, and its origin. A copy of a copy tells of the first original. */
    static Headers of(ConsumerRecord<byte[], byte[]> original) {
        Headers headers = new RecordHeaders(original.headers().toArray());
        if (!isCopy(headers)) {
            add(headers, TEST, "true");
            add(headers, TOPIC, original.topic());
            add(headers, PARTITION, Integer.toString(original.partition()));
            add(headers, OFFSET, Long.toString(original.offset()));
            add(headers, TIMESTAMP, Long.toString(original.timestamp()));
        }
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String text(@Nullable Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
