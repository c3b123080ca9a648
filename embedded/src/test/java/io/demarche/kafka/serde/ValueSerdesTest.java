package io.demarche.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.avro.ChainLink;
import io.demarche.avro.DayTick;
import io.demarche.avro.LinkBasis;
import io.demarche.embedded.registry.MockRegistries;
import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import io.demarche.schemas.DemarcheException;
import java.io.EOFException;
import java.net.ConnectException;
import java.time.LocalDate;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueSerdesTest {
    private static final Map<String, Object> CONFIG = Map.of("schema.registry.url", "mock://value-serdes");
    private static final DayTick TICK = new DayTick(LocalDate.of(2023, 12, 26));

    @AfterEach
    void dropScope() {
        MockRegistries.drop("value-serdes");
    }

    @Test
    void shouldUseTheAvroSerdeUnlessToldOtherwise() {
        Serde<DayTick> serde = ValueSerdes.of(DayTick.class, CONFIG);

        byte[] bytes = serde.serializer().serialize("day-ticks", TICK);

        assertThat(bytes).startsWith(0, 0, 0, 0, 1);
        assertThat(serde.deserializer().deserialize("day-ticks", bytes)).isEqualTo(TICK);
    }

    @Test
    void shouldUseTheSerdeThatTheSettingNames() {
        Serde<DayTick> serde = ValueSerdes.of(DayTick.class, Map.of(ValueSerdes.SERDE, FakeSerde.class.getName()));

        assertThat(serde.deserializer().deserialize("t", new byte[] {0})).isEqualTo(TICK);
    }

    @Test
    void shouldLetNoRecordOfAnotherTypeThroughWhateverTheSerde() {
        Serde<ChainLink> serde = ValueSerdes.of(ChainLink.class, Map.of(ValueSerdes.SERDE, FakeSerde.class));

        assertThatThrownBy(() -> serde.deserializer().deserialize("t", new byte[] {0}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("is a io.demarche.avro.DayTick, not a io.demarche.avro.ChainLink");
    }

    @Test
    void shouldTellAnOutageFromBadDataWhateverTheSerde() {
        Serde<DayTick> serde = ValueSerdes.of(DayTick.class, Map.of(ValueSerdes.SERDE, FakeSerde.class));

        assertThatThrownBy(() -> serde.deserializer().deserialize("t", new byte[] {1}))
                .isInstanceOf(SchemaRegistryUnavailableException.class);
        assertThatThrownBy(() -> serde.deserializer().deserialize("t", new byte[] {2}))
                .isInstanceOf(SerializationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no.such.Serde", "java.lang.String", "io.demarche.kafka.serde.ValueSerdes", ""})
    void shouldNameTheSettingOfASerdeThatCannotBeMade(String name) {
        assertThatThrownBy(() -> ValueSerdes.of(DayTick.class, Map.of(ValueSerdes.SERDE, name)))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("setting demarche.value.serde: '" + name + "'");
    }

    @Test
    void shouldLetTheRecordsReaderBeItsOwnWhateverTheConfigurationSays() {
        Serde<ChainLink> links = ValueSerdes.of(
                ChainLink.class,
                Map.of(
                        "schema.registry.url",
                        "mock://value-serdes",
                        "specific.avro.value.type",
                        DayTick.class.getName()));
        ChainLink link = new ChainLink("b", "a", 1, LinkBasis.TEXT, 1.0);

        assertThat(links.deserializer().deserialize("t", links.serializer().serialize("t", link)))
                .isEqualTo(link);
    }

    /** Reads byte 0 as a tick, 1 as an outage, anything else as bad data, the way that another vendor's serde may. */
    public static final class FakeSerde implements Serde<Object> {
        @Override
        public Serializer<Object> serializer() {
            return (topic, data) -> new byte[] {0};
        }

        @Override
        public Deserializer<Object> deserializer() {
            return (topic, bytes) -> switch (bytes[0]) {
                case 0 -> TICK;
                case 1 -> throw new SerializationException("no luck", new ConnectException("refused"));
                default -> throw new SerializationException("no luck", new EOFException());
            };
        }
    }
}
