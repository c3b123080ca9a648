package io.demarche.web.api;

import io.demarche.schemas.DemarcheException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which states lie in which region. */
final class Regions {
    private static final String BUNDLED = "regions.tsv";

    private final Map<String, List<String>> codes;

    private Regions(Map<String, List<String>> codes) {
        this.codes = Collections.unmodifiableMap(codes);
    }

    /**
     * The table that comes with the program.
     *
     * @throws DemarcheException naming file and line where it is damaged
     */
    static Regions bundled() {
        try (InputStream in = Regions.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new DemarcheException(BUNDLED + ": missing from the program's own files; build it anew");
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new DemarcheException(BUNDLED + ": cannot be read", e);
        }
    }

    static Regions read(BufferedReader lines) throws IOException {
        Map<String, List<String>> regions = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        boolean header = false;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (!header) {
                header = true;
                continue;
            }
            if (cells.length != 2 || cells[0].isBlank() || !cells[1].matches("[A-Z]{2,3}( [A-Z]{2,3})*")) {
                throw new DemarcheException(BUNDLED + ":" + number + ": expected a region and codes of states");
            }
            List<String> codes = List.of(cells[1].split(" "));
            for (String code : codes) {
                if (!seen.add(code)) {
                    throw new DemarcheException(BUNDLED + ":" + number + ": " + code + " stands there twice");
                }
            }
            regions.put(cells[0], codes);
        }
        return new Regions(regions);
    }

    /** The codes of each region, in the order of the table. */
    Map<String, List<String>> all() {
        return codes;
    }
}
