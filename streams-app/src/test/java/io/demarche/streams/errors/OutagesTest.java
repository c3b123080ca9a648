package io.demarche.streams.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.kafka.registry.SchemaRegistryException;
import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutagesTest {
    static Stream<Exception> outages() {
        return Stream.of(
                new TimeoutException("no answer"),
                new TopicAuthorizationException("no"),
                new SaslAuthenticationException("no"),
                new SchemaRegistryUnavailableException("no answer", null),
                new SchemaRegistryException(401, "who are you"),
                new SchemaRegistryException(50001, "in trouble"),
                new StreamsException("wrapped", new TimeoutException("no answer")));
    }

    static Stream<Exception> others() {
        return Stream.of(
                new SerializationException("no record"),
                new SchemaRegistryException(40403, "unknown"),
                new RecordTooLargeException("large"),
                new IllegalStateException("fault"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void shouldKnowAnOutage(Exception failure) {
        assertThat(Outages.isOutage(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("others")
    void shouldKnowWhatIsNoOutage(Exception failure) {
        assertThat(Outages.isOutage(failure)).isFalse();
    }

    @Test
    void shouldBlameTheRecordWhenNoServerIsToBlame() {
        assertThat(Outages.badUnlessOutage("cannot be written", new SerializationException("null in a field")))
                .isInstanceOf(BadRecordException.class)
                .hasMessageContaining("null in a field");
    }

    @Test
    void shouldNotBlameTheRecordWhenTheRegistryRefusesTheSchema() {
        RuntimeException refusal = new SchemaRegistryException(40901, "incompatible");

        assertThat(Outages.badUnlessOutage("cannot be written", refusal)).isSameAs(refusal);
    }

    @Test
    void shouldFitAnyFailureInOneLine() {
        Exception failure = new StreamsException("first\nsecond", new TimeoutException("third\r\nfourth"));

        assertThat(Outages.inOneLine(failure))
                .contains("first second", "third fourth")
                .doesNotContain("\n", "\r");
    }
}
