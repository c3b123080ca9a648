package io.demarche.coder.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the code of an act changes when it is intended, refused, demanded, asked for or alleged: to sign is 057, to agree to
 * sign 030, to refuse 120. Read from {@code shifts.tsv}; the longest prefix of the code decides.
 */
public final class CodeShifts {
    private static final List<String> COLUMNS =
            List.of("code", "INTEND", "THREATEN", "REFUSE", "DEMAND", "APPEAL", "ALLEGE");

    private final Map<String, Map<Stance, String>> byPrefix;

    private CodeShifts(Map<String, Map<Stance, String>> byPrefix) {
        this.byPrefix = byPrefix;
    }

    static CodeShifts load(Cameo cameo) {
        return parse(Table.resource("shifts.tsv", COLUMNS), cameo);
    }

    static CodeShifts parse(Table table, Cameo cameo) {
        Map<String, Map<Stance, String>> byPrefix = new HashMap<>();
        for (Table.Row row : table.rows()) {
            Map<Stance, String> shifts = new HashMap<>();
            for (String column : COLUMNS.subList(1, COLUMNS.size())) {
                String code = row.get(column);
                if (!code.isEmpty()) {
                    if (!cameo.has(code)) {
                        throw row.error(column, "'" + code + "' is no CAMEO code");
                    }
                    shifts.put(Stance.valueOf(column), code);
                }
            }
            byPrefix.put(row.required("code"), Map.copyOf(shifts));
        }
        return new CodeShifts(Map.copyOf(byPrefix));
    }

    /** What the code becomes under a stance; empty where the act so changed is none. */
    public Optional<String> shift(String code, Stance stance) {
        for (int n = code.length(); n >= 2; n--) {
            Map<Stance, String> shifts = byPrefix.getOrDefault(code.substring(0, n), Map.of());
            if (stance == Stance.THREATEN && !shifts.containsKey(stance) && shifts.containsKey(Stance.INTEND)) {
                return Optional.of(shifts.get(Stance.INTEND));
            }
            if (shifts.containsKey(stance)) {
                return Optional.of(shifts.get(stance));
            }
        }
        return Optional.empty();
    }
}
