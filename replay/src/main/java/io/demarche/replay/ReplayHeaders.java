package io.demarche.replay;

import io.demarche.kafka.TestMark;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers by which a copy says that it is one, and of which record. Values are text. */
public final class ReplayHeaders {
    /** The topic that the original is in. */
    public static final String TOPIC = "demarche.replay.topic";

    /** Its partition. */
    public static final String PARTITION = "demarche.replay.partition";

    /** Its offset. */
    public static final String OFFSET = "demarche.replay.offset";

    /** When it arrived there, in milliseconds since 1970. */
    public static final String TIMESTAMP = "demarche.replay.timestamp";

    private ReplayHeaders() {}

    /** The headers of a copy: those of the original, and its origin. A copy of a copy tells of the first original. */
    static Headers of(ConsumerRecord<byte[], byte[]> original) {
        Headers headers = new RecordHeaders(original.headers().toArray());
        if (!TestMark.isOn(headers)) {
            TestMark.put(headers);
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
}
