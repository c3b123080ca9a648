package io.demarche.coder.codebook;

import io.demarche.coder.lexicon.CodeShifts;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.lexicon.Table;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How the codes of acts change with the stance taken toward them. */
final class ShiftTable {
    private static final List<Stance> COLUMNS =
            List.of(Stance.INTEND, Stance.THREATEN, Stance.REFUSE, Stance.DEMAND, Stance.APPEAL, Stance.ALLEGE);
    private static final String HEAD = """
            | code | intended | threatened | refused | demanded | asked for | alleged |
            |---|---|---|---|---|---|---|
            """;

    private final CodeShifts shifts;

    ShiftTable(CodeShifts shifts) {
        this.shifts = shifts;
    }

    /** All of them, by the starts of codes that the resource names. */
    String render() {
        return HEAD
                + rows(Table.resource("shifts.tsv").rows().stream()
                        .map(row -> row.required("code"))
                        .toList());
    }

    /** Those of some codes. */
    String render(Collection<String> codes) {
        return HEAD + rows(new TreeSet<>(codes));
    }

    /** The codes to which a code may change. */
    List<String> from(String code) {
        return COLUMNS.stream()
                .flatMap(stance -> shifts.shift(code, stance).stream())
                .distinct()
                .toList();
    }

    private String rows(Collection<String> codes) {
        return codes.stream()
                .map(code -> "| " + code + " | "
                        + COLUMNS.stream()
                                .map(stance -> shifts.shift(code, stance).orElse("–"))
                                .collect(Collectors.joining(" | "))
                        + " |")
                .collect(Collectors.joining("\n"));
    }
}
