package io.demarche.coder.codebook;

import io.demarche.schemas.DemarcheException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** What the schemas say of their symbols and fields. */
final class SchemaDocs {
    private static final String UNKNOWN = "UNKNOWN";

    private SchemaDocs() {}

    /** What an enum says of one of its symbols. */
    static String symbol(Schema type, String symbol) {
        if (type.getObjectProp("symbolDocs") instanceof Map<?, ?> docs && docs.get(symbol) instanceof String doc) {
            return doc;
        }
        throw new DemarcheException(type.getFullName() + ": symbolDocs says nothing of " + symbol);
    }

    /** The symbols of an enum as rows of a table, without the one that stands for those of the future. */
    static String symbols(Schema type) {
        return type.getEnumSymbols().stream()
                .filter(symbol -> !symbol.equals(UNKNOWN))
                .map(symbol -> "| `" + symbol + "` | " + symbol(type, symbol) + " |")
                .collect(Collectors.joining("\n"));
    }

    /** The named fields of a record as rows of a table. */
    static String fields(Schema type, List<String> names) {
        return names.stream()
                .map(name -> {
                    Schema.Field field = type.getField(name);
                    if (field == null || field.doc() == null) {
                        throw new DemarcheException(type.getFullName() + ": no documented field " + name);
                    }
                    return "| `" + name + "` | " + field.doc() + " |";
                })
                .collect(Collectors.joining("\n"));
    }
}
