package io.demarche.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.TrustedRecords;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Turns a JSON tree into a record, by the record's schema. */
final class JsonReader<T extends SpecificRecord> {
    private static final int SHOWN = 40;

    private final Class<T> type;
    private final SpecificData model;
    private final Schema schema;

    private JsonReader(Class<T> type) {
        this.type = type;
        this.model = SpecificData.getForClass(type);
        this.schema = model.getSchema(type);
    }

    static <T extends SpecificRecord> JsonReader<T> of(Class<T> type) {
        TrustedRecords.declare();
        return new JsonReader<>(type);
    }

    T read(JsonNode json) {
        if (!json.isObject()) {
            throw new DemarcheException(schema.getName() + " must be a JSON object, but is " + kindOf(json));
        }
        return type.cast(record(json, schema, ""));
    }

    private SpecificRecord record(JsonNode json, Schema recordSchema, String path) {
        SpecificRecord record = (SpecificRecord) model.newRecord(null, recordSchema);
        for (Schema.Field field : recordSchema.getFields()) {
            String fieldPath = path.isEmpty() ? field.name() : path + "." + field.name();
            JsonNode member = json.get(field.name());
            record.put(
                    field.pos(), member == null ? absent(field, fieldPath) : value(member, field.schema(), fieldPath));
        }
        return record;
    }

    private @Nullable Object absent(Schema.Field field, String path) {
        if (!field.hasDefaultValue()) {
            throw new DemarcheException("field '" + path + "' is missing");
        }
        // The default is shared between all readers of the schema: a list in it must not be.
        return model.deepCopy(field.schema(), model.getDefaultValue(field));
    }

    private @Nullable Object value(JsonNode json, Schema fieldSchema, String path) {
        return switch (fieldSchema.getType()) {
            case UNION -> json.isNull() && fieldSchema.isNullable() ? null : value(json, onlyBranch(fieldSchema), path);
            case RECORD -> {
                if (!json.isObject()) {
                    throw wrong(path, "an object", json);
                }
                yield record(json, fieldSchema, path);
            }
            case ARRAY -> array(json, fieldSchema.getElementType(), path);
            case ENUM -> symbol(json, fieldSchema, path);
            case STRING -> text(json, "text", path);
            case INT -> integer(json, fieldSchema, path);
            case LONG -> longInteger(json, fieldSchema, path);
            case DOUBLE -> {
                if (!json.isNumber() || !Double.isFinite(json.doubleValue())) {
                    throw wrong(path, "a number", json);
                }
                yield json.doubleValue();
            }
            case BOOLEAN -> {
                if (!json.isBoolean()) {
                    throw wrong(path, "true or false", json);
                }
                yield json.booleanValue();
            }
            default -> throw new IllegalStateException("no JSON form for " + fieldSchema.getType() + " at " + path);
        };
    }

    private List<@Nullable Object> array(JsonNode json, Schema elementSchema, String path) {
        if (!json.isArray()) {
            throw wrong(path, "a list", json);
        }
        List<@Nullable Object> items = new ArrayList<>(json.size());
        for (JsonNode item : json) {
            items.add(value(item, elementSchema, path + "[" + items.size() + "]"));
        }
        return items;
    }

    private Object symbol(JsonNode json, Schema enumSchema, String path) {
        String symbol = text(json, "text", path);
        if (!enumSchema.hasEnumSymbol(symbol)) {
            throw new DemarcheException("field '" + path + "' must be one of "
                    + String.join(", ", enumSchema.getEnumSymbols()) + ", but is " + shown(json));
        }
        return model.createEnum(symbol, enumSchema);
    }

    private static Object integer(JsonNode json, Schema intSchema, String path) {
        if (intSchema.getLogicalType() instanceof LogicalTypes.Date) {
            return day(json, path);
        }
        if (!json.isIntegralNumber() || !json.canConvertToInt()) {
            throw wrong(path, "a whole number of 32 bits", json);
        }
        return json.intValue();
    }

    private static Object longInteger(JsonNode json, Schema longSchema, String path) {
        if (longSchema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            return time(json, path);
        }
        if (!json.isIntegralNumber() || !json.canConvertToLong()) {
            throw wrong(path, "a whole number of 64 bits", json);
        }
        return json.longValue();
    }

    private static LocalDate day(JsonNode json, String path) {
        String expected = "a day such as 2023-12-26";
        String text = text(json, expected, path);
        try {
            LocalDate day = LocalDate.parse(text);
            Math.toIntExact(day.toEpochDay());
            return day;
        } catch (DateTimeException | ArithmeticException e) {
            throw new DemarcheException("field '" + path + "' must be " + expected + ", but is " + shown(json), e);
        }
    }

    private static Instant time(JsonNode json, String path) {
        String expected = "a time such as 2023-12-26T10:15:00Z";
        String text = text(json, expected, path);
        try {
            return Instant.ofEpochMilli(Instant.parse(text).toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw new DemarcheException("field '" + path + "' must be " + expected + ", but is " + shown(json), e);
        }
    }

    private static String text(JsonNode json, String expected, String path) {
        if (!json.isTextual()) {
            throw wrong(path, expected, json);
        }
        return json.textValue();
    }

    private static Schema onlyBranch(Schema union) {
        List<Schema> branches = union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        if (branches.size() != 1) {
            throw new IllegalStateException("only unions of null and one type have a plain JSON form: " + union);
        }
        return branches.get(0);
    }

    private static DemarcheException wrong(String path, String expected, JsonNode json) {
        return new DemarcheException("field '" + path + "' must be " + expected + ", but is " + kindOf(json));
    }

    /** What a person calls this kind of value; no content, which may be long or private. */
    static String kindOf(JsonNode json) {
        return switch (json.getNodeType()) {
            case STRING -> "text";
            case NUMBER -> "the number " + shown(json);
            case BOOLEAN, NULL -> json.asText().toLowerCase(Locale.ROOT);
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            default -> "nothing";
        };
    }

    private static String shown(JsonNode json) {
        String text = json.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
