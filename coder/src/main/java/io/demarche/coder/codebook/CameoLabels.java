package io.demarche.coder.codebook;

import io.demarche.coder.lexicon.Table;
import io.demarche.schemas.DemarcheException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the CAMEO codebook calls its codes. Read from {@code cameo.tsv}. */
final class CameoLabels {
    private final Map<String, String> byCode;

    private CameoLabels(Map<String, String> byCode) {
        this.byCode = byCode;
    }

    static CameoLabels load() {
        Map<String, String> byCode = new HashMap<>();
        for (Table.Row row : Table.resource(Codebook.file("cameo.tsv"), List.of("code", "label"))
                .rows()) {
            byCode.put(row.required("code"), row.required("label"));
        }
        return new CameoLabels(Map.copyOf(byCode));
    }

    /** The label of a code that CAMEO has. */
    String of(String code) {
        String label = byCode.get(code);
        if (label == null) {
            throw new DemarcheException("cameo.tsv: no row for CAMEO code " + code + ", to which the lexicon leads");
        }
        return label;
    }
}
