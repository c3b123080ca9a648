package io.demarche.bench.corpus;

import io.demarche.coder.lexicon.Table;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The types that labels use, beside those of the coder. Read from {@code label-types.tsv}. */
public final class LabelTypes {
    private static final List<String> COLUMNS = List.of("type", "kind", "root", "group");

    private final Map<String, Row> byType;

    private LabelTypes(Map<String, Row> byType) {
        this.byType = byType;
    }

    /** Reads the table. */
    public static LabelTypes load() {
        Map<String, Row> byType = new LinkedHashMap<>();
        try (InputStream in = LabelTypes.class.getResourceAsStream("label-types.tsv")) {
            if (in == null) {
                throw new DemarcheException("label-types.tsv: is not on the class path");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Table.Row row : Table.parse("label-types.tsv", text, COLUMNS).rows()) {
                byType.put(
                        row.required("type"),
                        new Row(row.required("kind"), row.required("root"), row.constant("group", Group.class)));
            }
        } catch (IOException e) {
            throw new DemarcheException("label-types.tsv: cannot be read (" + e.getMessage() + ")", e);
        }
        return new LabelTypes(byType);
    }

    /** Whether labels may use this type. */
    boolean knows(String type) {
        return byType.containsKey(type);
    }

    /** The one name for types that count as the same: a visit is a meeting. Types of the coder keep their names. */
    public String kind(String type) {
        Row row = byType.get(type);
        return row == null ? type : row.kind();
    }

    /** The CAMEO root under which acts of a type count. */
    public String root(String type) {
        return row(type).root();
    }

    /** Whether an act of this type can move a pair of states on the ladder. */
    public boolean ladder(String type) {
        Row row = byType.get(type);
        return row != null && row.group() != Group.OTHER;
    }

    /** Whether it is one of the seven types of codes 161 and 114. */
    public boolean diplomatic(String type) {
        Row row = byType.get(type);
        return row != null && row.group() == Group.DIPLOMATIC;
    }

    /** All kinds, in the order of the table. */
    public Set<String> kinds() {
        Set<String> kinds = new LinkedHashSet<>();
        byType.values().forEach(row -> kinds.add(row.kind()));
        return kinds;
    }

    private Row row(String type) {
        Row row = byType.get(type);
        if (row == null) {
            throw new DemarcheException("label-types.tsv: no row for type " + type);
        }
        return row;
    }

    private enum Group {
        DIPLOMATIC,
        LADDER,
        OTHER
    }

    private record Row(String kind, String root, Group group) {}
}
