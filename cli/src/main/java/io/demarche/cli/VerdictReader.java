package io.demarche.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.avro.AnalystVerdict;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Verdicts;
import io.demarche.schemas.json.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads verdicts, one a line as JSON: what {@code demarche export --topic analyst-verdicts} writes, or the record alone. */
final class VerdictReader {
    private VerdictReader() {}

    /**
     * All verdicts of a file.
     *
     * @throws DemarcheException where a line is none: a verdict that is left out would change what is believed
     */
    static List<AnalystVerdict> read(Path file) {
        List<AnalystVerdict> verdicts = new ArrayList<>();
        int number = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank()) {
                    verdicts.add(verdict(line));
                }
            }
        } catch (IOException e) {
            throw new DemarcheException(
                    "--verdicts: cannot read " + file + " (" + e.getClass().getSimpleName() + ")", e);
        } catch (IllegalArgumentException | DemarcheException e) {
            throw new DemarcheException("--verdicts: " + file + ":" + number + ": " + e.getMessage(), e);
        }
        return verdicts;
    }

    private static AnalystVerdict verdict(String line) {
        ObjectNode json = RecordJson.parse(line);
        if (json.path("value") instanceof ObjectNode value) {
            json = value;
        }
        AnalystVerdict verdict = RecordJson.read(json, AnalystVerdict.class);
        Optional<String> fault = Verdicts.fault(verdict);
        if (fault.isPresent()) {
            throw new DemarcheException(fault.get());
        }
        return verdict;
    }
}
