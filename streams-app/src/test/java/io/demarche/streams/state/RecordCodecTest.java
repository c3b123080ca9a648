package io.demarche.streams.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.avro.BilateralTension;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.avro.TensionLevel;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.ReleasedSchemas;
import io.demarche.schemas.TrustedRecords;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCodecTest {
    /** Two bytes that mark the form and its version, and a fingerprint. */
    private static final int HEADER = 10;

    private static final long SEED = 1;

    static {
        TrustedRecords.declare();
    }

    private final RecordCodec<BilateralTension> codec = new RecordCodec<>(BilateralTension.class);

    @Test
    void shouldReadWhatItWrote() {
        assertThat(codec.decode(codec.encode(reading()))).isEqualTo(reading());
    }

    @Test
    void shouldMarkItsFormAndItsVersion() {
        assertThat(codec.encode(reading())).startsWith(0xC3, 0x01);
    }

    @ParameterizedTest
    @ValueSource(classes = {EventMention.class, DiplomaticEvent.class, BilateralTension.class, EscalationAlert.class})
    <T extends SpecificRecord> void shouldReadWhatEachReleasedVersionWrote(Class<T> type) throws IOException {
        for (Schema released : ReleasedSchemas.of(type.getSimpleName())) {
            GenericRecord written =
                    (GenericRecord) new RandomData(released, 1, SEED).iterator().next();

            T read = new RecordCodec<>(type)
                    .decode(bytes(
                            new BinaryMessageEncoder<GenericRecord>(GenericData.get(), released).encode(written)));

            assertThat(read.get(read.getSchema()
                            .getField(released.getFields().get(0).name())
                            .pos()))
                    .hasToString(written.get(0).toString());
        }
    }

    @Test
    void shouldWriteAsAvroDoesWhatItWroteInAnotherRecordToo() throws IOException {
        RecordCodec<EscalationAlert> alerts = new RecordCodec<>(EscalationAlert.class);
        Schema schema = EscalationAlert.getClassSchema();
        BinaryMessageEncoder<EscalationAlert> avro =
                new BinaryMessageEncoder<>(SpecificData.getForClass(EscalationAlert.class), schema);
        int acts = 0;
        for (Object random : new RandomData(schema, 20, SEED)) {
            EscalationAlert alert = alerts.decode(bytes(
                    new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema).encode((GenericRecord) random)));
            acts += alert.getEvents().size();
            byte[] first = bytes(avro.encode(alert));

            assertThat(alerts.encode(alert)).isEqualTo(first);
            alert.setRevision(alert.getRevision() / 2 + 1);
            assertThat(alerts.encode(alert))
                    .isEqualTo(bytes(avro.encode(alert)))
                    .isNotEqualTo(first);
        }
        assertThat(acts).isPositive();
    }

    @Test
    void shouldTravelInTheBytesItWasStoredIn() {
        Serializer<BilateralTension> plain = ValueSerdes.<BilateralTension>of(
                        BilateralTension.class, Map.of("schema.registry.url", "mock://record-codec"))
                .serializer();
        StoredForms forms = new StoredForms();
        Serializer<BilateralTension> reusing = ValueSerdes.reusing(plain, forms::encoded);
        BilateralTension reading = reading();
        BilateralTension other = reading();
        other.setEvents(other.getEvents() + 1);
        forms.note(reading, codec.encode(other));

        assertThat(reusing.serialize("bilateral-tension", reading))
                .isEqualTo(plain.serialize("bilateral-tension", other));
        assertThat(reusing.serialize("bilateral-tension", reading()))
                .isEqualTo(plain.serialize("bilateral-tension", reading()));
        forms.begin();
        assertThat(reusing.serialize("bilateral-tension", reading))
                .isEqualTo(plain.serialize("bilateral-tension", reading));
    }

    @Test
    void shouldNameStateThatWasStoredWithARegistrysId() {
        byte[] old = ValueSerdes.of(BilateralTension.class, Map.of("schema.registry.url", "mock://record-codec"))
                .serializer()
                .serialize("bilateral-tension", reading());

        assertThatThrownBy(() -> codec.decode(old))
                .isInstanceOf(UnreadableStateException.class)
                .hasMessageContaining("the state is of another version")
                .hasMessageContaining("BilateralTension is stored with a registry's id")
                .hasMessageContaining("application.id");
    }

    @Test
    void shouldNameStateOfASchemaThatItDoesNotKnow() throws IOException {
        Schema later = SchemaBuilder.record("BilateralTension")
                .namespace("io.demarche.avro")
                .fields()
                .requiredInt("later")
                .endRecord();
        GenericRecord record = new GenericData.Record(later);
        record.put("later", 1);

        byte[] stored = bytes(new BinaryMessageEncoder<GenericRecord>(GenericData.get(), later).encode(record));

        assertThatThrownBy(() -> codec.decode(stored))
                .isInstanceOf(UnreadableStateException.class)
                .hasMessageContaining("a schema that this version does not know");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, HEADER, HEADER + 3})
    void shouldNameStateThatIsCutShort(int length) {
        byte[] cut = Arrays.copyOf(codec.encode(reading()), length);

        assertThatThrownBy(() -> codec.decode(cut))
                .isInstanceOf(UnreadableStateException.class)
                .hasMessageContaining("BilateralTension");
    }

    @Test
    void shouldRefuseARecordThatDoesNotFitItsSchema() {
        BilateralTension reading = reading();
        reading.put(0, null);

        assertThatThrownBy(() -> codec.encode(reading))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("cannot store BilateralTension");
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static BilateralTension reading() {
        return BilateralTension.newBuilder()
                .setDyad("AZE-FRA")
                .setAsOfDay(LocalDate.parse("2023-12-27"))
                .setLevel(TensionLevel.CONFRONTATION)
                .setSurge(2.5)
                .setRecentHostility(12.0)
                .setExpectedHostility(0.5)
                .setBalance(0.25)
                .setEvents(3)
                .setHostileEvents(2)
                .setRulesetVersion("3")
                .build();
    }
}
