package io.demarche.schemas.testing;

import io.demarche.schemas.Topics;
import io.demarche.schemas.TrustedRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Records with any content that their schema allows: edge values, odd characters, absent and empty fields. */
public final class RecordArbitraries {
    private static final List<String> TEXTS =
            List.of("", "Baku", "é", "\u0000", "\"\\/\n\r\t\u2028", "😀", "персона нон грата", " ", "null", "{}");
    private static final List<Integer> INTS = List.of(0, 1, -1, 63, 64, Integer.MAX_VALUE, Integer.MIN_VALUE);
    private static final List<Long> LONGS = List.of(0L, -1L, 1L << 53, Long.MAX_VALUE, Long.MIN_VALUE);
    private static final List<Double> DOUBLES =
            List.of(0.0, -0.0, 1.0, -1.5, 0.1, Double.MIN_VALUE, Double.MAX_VALUE, 1e-300);

    private RecordArbitraries() {}

    public static <T extends SpecificRecord> Arbitrary<T> of(Class<T> type) {
        TrustedRecords.declare();
        SpecificData model = SpecificData.getForClass(type);
        return Arbitraries.randomValue(random -> type.cast(record(model, model.getSchema(type), random)));
    }

    /** Of any of the types that topics carry. */
    public static Arbitrary<SpecificRecord> any() {
        TrustedRecords.declare();
        List<Class<? extends SpecificRecord>> types = Topics.all().stream()
                .flatMap(topic -> topic.valueType().stream())
                .toList();
        return Arbitraries.randomValue(random -> {
            Class<? extends SpecificRecord> type = pick(types, random);
            SpecificData model = SpecificData.getForClass(type);
            return record(model, model.getSchema(type), random);
        });
    }

    private static SpecificRecord record(SpecificData model, Schema schema, Random random) {
        SpecificRecord record = (SpecificRecord) model.newRecord(null, schema);
        schema.getFields().forEach(field -> record.put(field.pos(), value(model, field.schema(), random)));
        return record;
    }

    private static @Nullable Object value(SpecificData model, Schema schema, Random random) {
        return switch (schema.getType()) {
            case UNION ->
                random.nextBoolean() ? null : value(model, schema.getTypes().get(1), random);
            case RECORD -> record(model, schema, random);
            case ARRAY ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> value(model, schema.getElementType(), random))
                        .toList();
            case ENUM -> model.createEnum(pick(schema.getEnumSymbols(), random), schema);
            case STRING -> pick(TEXTS, random) + (random.nextBoolean() ? "" : Long.toString(random.nextLong(), 36));
            case INT ->
                schema.getLogicalType() instanceof LogicalTypes.Date
                        ? LocalDate.ofEpochDay(number(random))
                        : number(random);
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? Instant.ofEpochMilli(longNumber(random))
                        : longNumber(random);
            case DOUBLE -> random.nextBoolean() ? pick(DOUBLES, random) : random.nextGaussian();
            case BOOLEAN -> random.nextBoolean();
            default -> throw new IllegalArgumentException("no values for " + schema);
        };
    }

    private static int number(Random random) {
        return random.nextBoolean() ? pick(INTS, random) : random.nextInt();
    }

    private static long longNumber(Random random) {
        return random.nextBoolean() ? pick(LONGS, random) : random.nextLong();
    }

    private static <E> E pick(List<E> items, Random random) {
        return items.get(random.nextInt(items.size()));
    }
}
