package io.demarche.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
    @Test
    void shouldReadTheTraceContextOfARecord() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        assertThat(TraceContext.of(headers(trace))).isEqualTo(trace);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00-0af7-b7ad-01", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\nx: y"})
    void shouldPassOverWhatIsNone(String text) {
        assertThat(TraceContext.of(headers(text))).isNull();
        assertThat(TraceContext.of(new RecordHeaders())).isNull();
    }

    private static Headers headers(String trace) {
        return new RecordHeaders().add("traceparent", trace.getBytes(StandardCharsets.UTF_8));
    }
}
