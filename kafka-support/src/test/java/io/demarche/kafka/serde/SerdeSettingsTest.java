package io.demarche.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.ChainLink;
import io.demarche.avro.DayTick;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SerdeSettingsTest {
    @Test
    void shouldHaveDefaults() {
        assertThat(SerdeSettings.from(Map.of(), false))
                .isEqualTo(new SerdeSettings(false, true, false, false, Optional.empty()));
    }

    @Test
    void shouldMapEveryProperty() {
        Map<String, Object> config = Map.of(
                "auto.register.schemas", "false",
                "use.latest.version", "TRUE",
                "avro.remove.java.properties", true,
                "specific.avro.reader", "true",
                "specific.avro.value.type", DayTick.class.getName(),
                "specific.avro.key.type", ChainLink.class,
                "value.subject.name.strategy", "io.confluent.kafka.serializers.subject.TopicNameStrategy",
                "key.subject.name.strategy", "TopicNameStrategy");

        assertThat(SerdeSettings.from(config, false))
                .isEqualTo(new SerdeSettings(false, false, true, true, Optional.of(DayTick.class)));
        assertThat(SerdeSettings.from(config, true))
                .isEqualTo(new SerdeSettings(true, false, true, true, Optional.of(ChainLink.class)));
    }
}
