package io.demarche.kafka.serde;

import io.demarche.kafka.settings.Settings;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.TrustedRecords;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Serdes of record values, of the class that the setting {@value #SERDE} names. The rest of the program asks here and
 * knows no serde class, so that another (Confluent's {@code SpecificAvroSerde}) drops in by configuration alone.
 *
 * <pre>{@code
 * Serde<EventMention> mentions =
 *         ValueSerdes.of(EventMention.class, Map.of("schema.registry.url", "http://localhost:8081"));
 * }</pre>
 */
public final class ValueSerdes {
    /** The setting: name of a class that implements {@link Serde} and has a public constructor without parameters. */
    public static final String SERDE = "demarche.value.serde";

    /** This setting, as it is read and described. */
    public static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    SERDE,
                    ConfigDef.Type.STRING,
                    AvroSerde.class.getName(),
                    ConfigDef.Importance.LOW,
                    "Class of the serde for record values.");

    private ValueSerdes() {}

    /**
     * A serde for values of one record type. Whatever the serde class: a record of another type, and bytes that cannot be
     * read, throw Kafka's {@code SerializationException}; a registry that cannot be reached throws
     * {@code SchemaRegistryUnavailableException}.
     *
     * @param type the generated class
     * @param config Kafka and registry settings; those that the serde does not know are passed over
     * @throws DemarcheException where the serde class cannot be made or refuses the settings; the message names the
     *     setting
     */
    public static <T extends SpecificRecord> Serde<T> of(Class<T> type, Map<String, ?> config) {
        Object setting = config.get(SERDE);
        Serde<?> serde = setting instanceof Class<?> given
                ? instance(given.getName())
                : instance(Settings.read(DEFINITION, setting == null ? Map.of() : Map.of(SERDE, setting))
                        .getString(SERDE));
        Map<String, Object> settings = new HashMap<>(config);
        settings.put(SerdeSettings.SPECIFIC_READER, true);
        settings.put(SerdeSettings.VALUE_TYPE, type.getName());
        TrustedRecords.declare();
        try {
            serde.configure(settings, false);
        } catch (KafkaException | IllegalArgumentException e) {
            throw new DemarcheException(
                    serde.getClass().getSimpleName() + " (setting " + SERDE + ") refuses its settings: "
                            + e.getMessage(),
                    e);
        }
        @SuppressWarnings("unchecked") // the checked parts below let no other type through
        Serde<T> typed = (Serde<T>) serde;
        return Serdes.serdeFrom(
                new CheckedSerializer<>(typed.serializer()), new CheckedDeserializer<>(typed.deserializer(), type));
    }

    /**
     * A serializer that spares the encoding where a record's bytes are known. Only our own can: another encodes each record.
     *
     * @param serializer one of a serde that is made here
     * @param known what Avro makes of a record by the schema of its class, without any frame; null where that is not at hand
     */
    public static <T extends SpecificRecord> Serializer<T> reusing(
            Serializer<T> serializer, Function<T, @Nullable ByteBuffer> known) {
        return serializer instanceof CheckedSerializer<T> checked && checked.checked() instanceof AvroSerializer<T> own
                ? new ReusingSerializer<>(serializer, own, known)
                : serializer;
    }

    private static Serde<?> instance(String setting) {
        try {
            return Utils.newInstance(SerdeSettings.load(setting).asSubclass(Serde.class));
        } catch (ClassNotFoundException | ClassCastException | KafkaException e) {
            throw new DemarcheException(
                    "setting " + SERDE + ": '" + setting + "' is not a serde class on the class path with a public"
                            + " constructor without parameters",
                    e);
        }
    }
}
