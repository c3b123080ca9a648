package io.demarche.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.avro.ChainLink;
import io.demarche.avro.DayTick;
import io.demarche.avro.LinkBasis;
import io.demarche.embedded.registry.MockRegistries;
import io.demarche.embedded.registry.SchemaCatalog;
import io.demarche.kafka.registry.RegisteredSchema;
import io.demarche.kafka.registry.SchemaRegistryException;
import io.demarche.schemas.CompatibilityLevel;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.testing.RecordArbitraries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvroSerdeTest {
    private static final String TOPIC = "links";
    private static final String SUBJECT = "links-value";
    private static final ChainLink LINK = new ChainLink("e2", "e1", 3, LinkBasis.TEXT, 0.95);

    private final String scope = UUID.randomUUID().toString();
    private final SchemaCatalog catalog = MockRegistries.catalog(scope);

    @AfterEach
    @AfterProperty
    void dropScope() {
        MockRegistries.drop(scope);
    }

    @Property(tries = 300)
    void shouldReadBackWhatItWrote(@ForAll("records") SpecificRecord record) {
        AvroSerde<SpecificRecord> serde = serde(Map.of());

        byte[] bytes = serde.serializer().serialize(record.getSchema().getName(), record);

        assertThat(serde.deserializer().deserialize(record.getSchema().getName(), bytes))
                .isEqualTo(record);
    }

    @Property(tries = 500)
    void shouldRefuseDamagedBytesAsBadDataOrReadThem(
            @ForAll("records") SpecificRecord record, @ForAll int place, @ForAll byte damage) {
        AvroSerde<SpecificRecord> serde = serde(Map.of());
        byte[] bytes = serde.serializer().serialize(record.getSchema().getName(), record);
        bytes[Math.floorMod(place, bytes.length)] ^= damage;

        assertThat(outcome(serde.deserializer(), bytes)).isIn("read", "SerializationException");
    }

    @Property(tries = 500)
    void shouldRefuseAnyBytesAsBadDataOrReadThem(@ForAll byte[] payload) {
        AvroSerde<ChainLink> serde = serde(Map.of());
        byte[] header = header(serde.serializer().serialize(TOPIC, LINK));

        assertThat(outcome(serde.deserializer(), join(header, payload))).isIn("read", "SerializationException");
    }

    @Test
    void shouldWriteTheGoldenBytes() {
        Serializer<GoldenRecord> serializer = new AvroSerializer<>();
        serializer.configure(config(Map.of()), false);

        byte[] bytes = serializer.serialize("lab", new GoldenRecord("a1", 123));

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("0000000001046131f601");
    }

    @Test
    void shouldKeepTombstones() {
        AvroSerde<ChainLink> serde = serde(Map.of());

        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void shouldNameTheSubjectByTopicAndSide() {
        AvroSerde<ChainLink> keys = new AvroSerde<>();
        keys.configure(config(Map.of()), true);

        keys.serializer().serialize(TOPIC, LINK);
        this.<ChainLink>serde(Map.of()).serializer().serialize(TOPIC, LINK);

        assertThat(catalog.subjects()).containsExactly("links-key", "links-value");
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldWorkByClassNameInAPlainKafkaClient() throws ClassNotFoundException {
        Serializer<ChainLink> serializer = Utils.newInstance(AvroSerializer.class.getName(), Serializer.class);
        Deserializer<ChainLink> deserializer = Utils.newInstance(AvroDeserializer.class.getName(), Deserializer.class);
        serializer.configure(config(Map.of()), false);
        deserializer.configure(config(Map.of("specific.avro.reader", "true")), false);

        assertThat(deserializer.deserialize(TOPIC, serializer.serialize(TOPIC, LINK)))
                .isEqualTo(LINK);
    }

    @Test
    void shouldWriteAlikeFromManyThreads() throws Exception {
        Serializer<DayTick> serializer = this.<DayTick>serde(Map.of()).serializer();
        Deserializer<DayTick> deserializer = this.<DayTick>serde(Map.of()).deserializer();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<DayTick>>> results = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int from = thread * 1000;
                results.add(threads.submit(() -> IntStream.range(from, from + 1000)
                        .mapToObj(day -> serializer.serialize(TOPIC, new DayTick(LocalDate.ofEpochDay(day))))
                        .map(bytes -> deserializer.deserialize(TOPIC, bytes))
                        .toList()));
            }
            List<DayTick> read = new ArrayList<>();
            for (Future<List<DayTick>> result : results) {
                read.addAll(result.get());
            }
            assertThat(read)
                    .extracting(tick -> tick.getDay().toEpochDay())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 8000).mapToObj(Long::valueOf).toList());
        } finally {
            threads.shutdownNow();
        }
    }

    // --- bad bytes

    @ParameterizedTest
    @CsvSource({
        "'', 0 bytes are too short",
        "00, 1 bytes are too short",
        "00000000, 4 bytes are too short",
        "0100000001046131f601, starts with byte 0x01 instead of 0x00",
        "7b226964223a317d, starts with byte 0x7b instead of 0x00",
        "00000003e7046131f601, schema id 999 is unknown",
        "00ffffffff046131f601, schema id -1 is unknown"
    })
    void shouldRefuseWhatIsNoRecord(String hex, String expected) {
        Deserializer<ChainLink> deserializer = this.<ChainLink>serde(Map.of()).deserializer();

        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, HexFormat.of().parseHex(hex)))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("topic links: ")
                .hasMessageContaining(expected);
    }

    @Test
    void shouldRefuseARecordThatGoesOnBehindItsEnd() {
        AvroSerde<ChainLink> serde = serde(Map.of());
        byte[] bytes = join(serde.serializer().serialize(TOPIC, LINK), new byte[] {1, 2, 3});

        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("3 more bytes follow");
    }

    @Test
    void shouldRefuseARecordThatIsCutOff() {
        AvroSerde<ChainLink> serde = serde(Map.of());
        byte[] bytes = serde.serializer().serialize(TOPIC, LINK);

        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void shouldRefuseALengthThatIsNotThereWithoutAllocatingIt() {
        AvroSerde<ChainLink> serde = serde(Map.of());
        byte[] header = header(serde.serializer().serialize(TOPIC, LINK));
        // The first field claims two gigabytes.
        byte[] hostile = join(header, HexFormat.of().parseHex("eeffffff0f41"));

        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, hostile))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("claims 2147483639 bytes");
    }

    @Test
    void shouldRefuseARecordOfAnotherType() {
        AvroSerde<DayTick> ticks = serde(Map.of("specific.avro.value.type", DayTick.class.getName()));
        byte[] link = this.<ChainLink>serde(Map.of()).serializer().serialize(TOPIC, LINK);

        assertThatThrownBy(() -> ticks.deserializer().deserialize(TOPIC, link))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("is a io.demarche.avro.ChainLink, not a io.demarche.avro.DayTick");
    }

    @ParameterizedTest
    @CsvSource({"java.util, Date", "lab, Nowhere", "io.demarche.kafka.serde, GoldenRecord"})
    void shouldLoadNoClassThatWasNotDeclared(String namespace, String name) throws IOException {
        Schema schema = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"" + name + "\",\"namespace\":\"" + namespace
                        + "\",\"fields\":[{\"name\":\"f\",\"type\":\"int\"}]}");
        byte[] bytes =
                generic("x-value", new GenericRecordBuilder(schema).set("f", 1).build());

        assertThatThrownBy(() -> serde(Map.of()).deserializer().deserialize("x", bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(namespace + "." + name);
    }

    // --- evolution

    @Test
    void shouldGiveAFieldThatAnOlderWriterDidNotKnowItsDefault() throws IOException {
        GenericRecord old = new GenericRecordBuilder(without("basis", ChainLink.getClassSchema()))
                .set("eventId", "e2")
                .set("inResponseTo", "e1")
                .set("lagDays", 3)
                .set("confidence", 0.95)
                .build();

        assertThat(serde(Map.of()).deserializer().deserialize(TOPIC, generic(SUBJECT, old)))
                .isEqualTo(new ChainLink("e2", "e1", 3, LinkBasis.UNKNOWN, 0.95));
    }

    @Test
    void shouldNameTheFieldThatAWriterLeftOutThoughItHasNoDefault() throws IOException {
        GenericRecord old = new GenericRecordBuilder(without("confidence", ChainLink.getClassSchema()))
                .set("eventId", "e2")
                .set("inResponseTo", "e1")
                .set("lagDays", 3)
                .set("basis", LinkBasis.TEXT)
                .build();
        byte[] bytes = generic(SUBJECT, old);

        assertThatThrownBy(() -> serde(Map.of()).deserializer().deserialize(TOPIC, bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("confidence");
    }

    @Test
    void shouldTakeASymbolOfANewerWriterForUnknownAndPassOverItsNewFields() throws IOException {
        String newer = ChainLink.getClassSchema()
                .toString()
                .replace("\"TEXT\",", "\"ORACLE\",\"TEXT\",")
                .replaceFirst("\\{\"name\":\"lagDays\"", "{\"name\":\"fresh\",\"type\":\"int\",\"default\":0},$0");
        Schema schema = new Schema.Parser().parse(newer);
        GenericRecord record = new GenericRecordBuilder(schema)
                .set("eventId", "e2")
                .set("inResponseTo", "e1")
                .set("lagDays", 3)
                .set(
                        "basis",
                        new GenericData.EnumSymbol(schema.getField("basis").schema(), "ORACLE"))
                .set("confidence", 0.95)
                .build();

        assertThat(serde(Map.of()).deserializer().deserialize(TOPIC, generic(SUBJECT, record)))
                .isEqualTo(new ChainLink("e2", "e1", 3, LinkBasis.UNKNOWN, 0.95));
    }

    // --- which schema is written

    @Test
    void shouldNotRegisterWhereToldNotTo() {
        Serializer<ChainLink> serializer =
                this.<ChainLink>serde(Map.of("auto.register.schemas", false)).serializer();

        assertThatThrownBy(() -> serializer.serialize(TOPIC, LINK))
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessageContaining("40401");
        assertThat(catalog.subjects()).isEmpty();
    }

    @Test
    void shouldWriteWithASchemaThatIsThereWhereToldNotToRegister() {
        RegisteredSchema there =
                catalog.register(SUBJECT, ChainLink.getClassSchema().toString());
        AvroSerde<ChainLink> serde = serde(Map.of("auto.register.schemas", "false"));

        byte[] bytes = serde.serializer().serialize(TOPIC, LINK);

        assertThat(WireFormat.schemaId(bytes)).isEqualTo(there.id());
    }

    @Test
    void shouldWriteWithTheLatestVersionThoughItsFieldsStandInAnotherOrder() {
        Schema own = ChainLink.getClassSchema();
        List<Schema.Field> reversed = new ArrayList<>();
        own.getFields().forEach(field -> reversed.add(0, new Schema.Field(field, field.schema())));
        Schema latest = Schema.createRecord(own.getName(), "", own.getNamespace(), false, reversed);
        int id = catalog.register(SUBJECT, latest.toString()).id();
        AvroSerde<ChainLink> serde = serde(Map.of("auto.register.schemas", "false", "use.latest.version", "true"));

        byte[] bytes = serde.serializer().serialize(TOPIC, LINK);

        assertThat(WireFormat.schemaId(bytes)).isEqualTo(id);
        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(LINK);
    }

    @Test
    void shouldWriteWithTheLatestVersionThatKnowsLess() {
        int id = catalog.register(
                        SUBJECT, without("lagDays", ChainLink.getClassSchema()).toString())
                .id();
        AvroSerde<ChainLink> serde = serde(Map.of("auto.register.schemas", "false", "use.latest.version", "true"));

        assertThat(WireFormat.schemaId(serde.serializer().serialize(TOPIC, LINK)))
                .isEqualTo(id);
    }

    @Test
    void shouldRefuseARecordThatDoesNotFitTheLatestVersion() {
        String demanding = ChainLink.getClassSchema()
                .toString()
                .replaceFirst("\\{\"name\":\"lagDays\"", "{\"name\":\"fresh\",\"type\":\"int\"},$0");
        catalog.register(SUBJECT, demanding);
        Serializer<ChainLink> serializer = this.<ChainLink>serde(
                        Map.of("auto.register.schemas", "false", "use.latest.version", "true"))
                .serializer();

        assertThatThrownBy(() -> serializer.serialize(TOPIC, LINK))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("does not fit the latest schema of subject links-value");
    }

    @Test
    void shouldEnforceCompatibilityBehindAMockUrl() {
        catalog.register(SUBJECT, without("lagDays", ChainLink.getClassSchema()).toString());
        Serializer<ChainLink> serializer = this.<ChainLink>serde(Map.of()).serializer();

        assertThatThrownBy(() -> serializer.serialize(TOPIC, LINK))
                .isInstanceOf(SchemaRegistryException.class)
                .extracting("errorCode")
                .isEqualTo(SchemaRegistryException.INCOMPATIBLE_SCHEMA);
    }

    @Test
    void shouldRegisterWithoutJavaPropertiesWhereAsked() {
        AvroSerde<ChainLink> serde = serde(Map.of("avro.remove.java.properties", "true"));

        byte[] bytes = serde.serializer().serialize(TOPIC, LINK);

        assertThat(catalog.version(SUBJECT, "latest").schema())
                .contains("\"name\":\"eventId\",\"type\":\"string\"")
                .doesNotContain("avro.java.string");
        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(LINK);
    }

    @Test
    void shouldGoOnAfterARecordThatCannotBeWritten() {
        AvroSerde<ChainLink> serde = serde(Map.of());
        ChainLink broken = new ChainLink("e2", null, 3, LinkBasis.TEXT, 0.95);

        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, broken))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("inResponseTo");
        assertThat(serde.deserializer().deserialize(TOPIC, serde.serializer().serialize(TOPIC, LINK)))
                .isEqualTo(LINK);
    }

    // --- settings

    @ParameterizedTest
    @CsvSource({
        "value.subject.name.strategy, io.confluent.kafka.serializers.subject.RecordNameStrategy",
        "auto.register.schemas, perhaps",
        "use.latest.version, 1",
        "specific.avro.reader, false",
        "specific.avro.value.type, java.lang.String",
        "specific.avro.value.type, no.such.Type"
    })
    void shouldNameTheSettingThatIsWrong(String name, String value) {
        assertThatThrownBy(() -> serde(Map.of(name, value)))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("setting " + name);
    }

    @Test
    void shouldNameTheSettingThatIsMissing() {
        assertThatThrownBy(() -> new AvroSerde<>().configure(Map.of(), false))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("schema.registry.url");
    }

    @Provide
    Arbitrary<SpecificRecord> records() {
        return RecordArbitraries.any();
    }

    private <T extends SpecificRecord> AvroSerde<T> serde(Map<String, ?> more) {
        AvroSerde<T> serde = new AvroSerde<>();
        serde.configure(config(more), false);
        return serde;
    }

    private Map<String, Object> config(Map<String, ?> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put("schema.registry.url", "mock://" + scope);
        return config;
    }

    private byte[] generic(String subject, GenericRecord record) throws IOException {
        catalog.setLevel(subject, CompatibilityLevel.NONE);
        int id = catalog.register(subject, record.getSchema().toString()).id();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(WireFormat.header(id));
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        return out.toByteArray();
    }

    private static Schema without(String field, Schema schema) {
        List<Schema.Field> fields = schema.getFields().stream()
                .filter(kept -> !kept.name().equals(field))
                .map(kept -> new Schema.Field(kept, kept.schema()))
                .toList();
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    private static String outcome(Deserializer<?> deserializer, byte[] bytes) {
        try {
            deserializer.deserialize(TOPIC, bytes);
            return "read";
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static byte[] header(byte[] record) {
        return Arrays.copyOf(record, WireFormat.HEADER_LENGTH);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
