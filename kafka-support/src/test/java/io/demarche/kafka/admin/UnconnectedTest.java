package io.demarche.kafka.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class UnconnectedTest {
    @Test
    void shouldNameTheSettingThatDoesNotFit() {
        assertThat(explained(Map.of("bootstrap.servers", "127.0.0.1:9", "delivery.timeout.ms", 10, "linger.ms", 100)))
                .startsWith("the settings of Kafka's client do not fit: delivery.timeout.ms")
                .doesNotContain("connect");
    }

    @Test
    void shouldNameTheAddressThatLeadsNowhere() {
        assertThat(explained(Map.of("bootstrap.servers", "nowhere.invalid:9092")))
                .startsWith("cannot connect to bootstrap.servers=nowhere.invalid:9092: ");
    }

    private static String explained(Map<String, Object> settings) {
        try (KafkaProducer<String, String> made =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            throw new AssertionError("a client was made with " + settings + ": " + made);
        } catch (KafkaException e) {
            return String.valueOf(Unconnected.explained(String.valueOf(settings.get("bootstrap.servers")), e)
                    .getMessage());
        }
    }
}
