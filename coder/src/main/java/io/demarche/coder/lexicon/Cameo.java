package io.demarche.coder.lexicon;

import io.demarche.avro.EventType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which event type a CAMEO code falls under unless a rule says otherwise. Read from {@code types.tsv}. */
public final class Cameo {
    private static final Pattern CODE = Pattern.compile("(0[1-9]|1[0-9]|20)[0-9]{0,2}");

    private final Map<String, EventType> byPrefix;

    private Cameo(Map<String, EventType> byPrefix) {
        this.byPrefix = byPrefix;
    }

    static Cameo load() {
        return parse(Table.resource("types.tsv", List.of("code", "type")));
    }

    static Cameo parse(Table table) {
        Map<String, EventType> byPrefix = new HashMap<>();
        for (Table.Row row : table.rows()) {
            String code = row.required("code");
            if (!CODE.matcher(code).matches()) {
                throw row.error("code", "'" + code + "' is no CAMEO code");
            }
            byPrefix.put(code, row.constant("type", EventType.class));
        }
        return new Cameo(Map.copyOf(byPrefix));
    }

    /** Whether this has the form of a CAMEO code under a root that has a type. */
    public boolean has(String code) {
        return CODE.matcher(code).matches() && type(code) != EventType.UNKNOWN;
    }

    /** The type of the longest prefix of the code that has one. */
    public EventType type(String code) {
        for (int n = code.length(); n >= 2; n--) {
            EventType type = byPrefix.get(code.substring(0, n));
            if (type != null) {
                return type;
            }
        }
        return EventType.UNKNOWN;
    }
}
