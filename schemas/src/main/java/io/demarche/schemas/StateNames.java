package io.demarche.schemas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a person calls a state. A table of our own: the platform's names differ between its versions. */
public final class StateNames {
    private static final String BUNDLED = "state-names.tsv";

    private final Map<String, String> names;

    private StateNames(Map<String, String> names) {
        this.names = Collections.unmodifiableMap(names);
    }

    /**
     * The names that come with the program.
     *
     * @throws DemarcheException naming file and line where the table is damaged
     */
    public static StateNames bundled() {
        try (InputStream in = StateNames.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new DemarcheException(BUNDLED + ": missing from the program's own files; build it anew");
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new DemarcheException(BUNDLED + ": cannot be read", e);
        }
    }

    private static StateNames read(BufferedReader lines) throws IOException {
        Map<String, String> names = new TreeMap<>();
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
            } else if (cells.length != 2 || !cells[0].matches("[A-Z]{3}|EU") || cells[1].isBlank()) {
                throw new DemarcheException(
                        BUNDLED + ":" + number + ": expected a code of three letters, or EU, and a name");
            } else if (names.put(cells[0], cells[1]) != null) {
                throw new DemarcheException(BUNDLED + ":" + number + ": the code " + cells[0] + " stands there twice");
            }
        }
        return new StateNames(names);
    }

    /** The name of a state; empty where it has none here. */
    public Optional<String> of(String code) {
        return Optional.ofNullable(names.get(code));
    }

    /** All names by code. */
    public Map<String, String> all() {
        return names;
    }
}
