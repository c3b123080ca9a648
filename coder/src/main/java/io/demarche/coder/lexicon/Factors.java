package io.demarche.coder.lexicon;

import io.demarche.schemas.DemarcheException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The factors of confidence, read from {@code confidence.tsv}, with their values and with when they hold. */
public final class Factors {
    private static final List<String> COLUMNS = List.of("factor", "value", "diplomacy", "when");

    private final Map<Factor, Double> values;
    private final Map<Factor, Double> diplomacy;
    private final Map<Factor, String> meanings;

    private Factors(Map<Factor, Double> values, Map<Factor, Double> diplomacy, Map<Factor, String> meanings) {
        this.diplomacy = diplomacy;
        this.values = values;
        this.meanings = meanings;
    }

    static Factors load() {
        return parse(Table.resource("confidence.tsv", COLUMNS));
    }

    static Factors parse(Table table) {
        Map<Factor, Double> values = new EnumMap<>(Factor.class);
        Map<Factor, Double> diplomacy = new EnumMap<>(Factor.class);
        Map<Factor, String> meanings = new EnumMap<>(Factor.class);
        for (Table.Row row : table.rows()) {
            Factor factor = row.constant("factor", Factor.class);
            if (values.put(factor, value(row, "value")) != null) {
                throw row.error("factor", factor + " stands here a second time");
            }
            diplomacy.put(factor, value(row, "diplomacy"));
            meanings.put(factor, row.required("when"));
        }
        Arrays.stream(Factor.values())
                .filter(factor -> !values.containsKey(factor))
                .findFirst()
                .ifPresent(missing -> {
                    throw new DemarcheException(table.name() + ": no row for " + missing);
                });
        return new Factors(values, diplomacy, meanings);
    }

    private static double value(Table.Row row, String column) {
        try {
            double value = Double.parseDouble(row.required(column));
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, as a value out of range is
        }
        throw row.error(column, "'" + row.get(column) + "' is no number from 0 to 1");
    }

    /** The factor's value, from 0 to 1. */
    public double value(Factor factor) {
        return values.get(factor);
    }

    /** The factor's value for an act of diplomacy, from 0 to 1. */
    public double diplomaticValue(Factor factor) {
        return diplomacy.get(factor);
    }

    /** When the factor holds. */
    public String meaning(Factor factor) {
        return meanings.get(factor);
    }
}
