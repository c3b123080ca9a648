package io.demarche.consumer;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of a record: that of the article that caused it. */
final class TraceContext {
    /** Its name. */
    static final String HEADER = "traceparent";

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceContext() {}

    /** As the header has it; null where there is none, or something else stands there. */
    static @Nullable String of(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return null;
        }
        String text = new String(header.value(), StandardCharsets.UTF_8);
        return FORM.matcher(text).matches() ? text : null;
    }
}
