package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.avro.Verdict;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictReaderTest {
    private static final String VERDICT = """
            {"verdictId":"v","eventId":"e","dyad":"AZE-FRA","verdict":"WRONG","source":"AZE","target":"FRA",\
            "eventDate":"2023-12-26","cameoCode":"161","reportedAt":"2023-12-26T12:00:00Z","analyst":"ana",\
            "at":"2024-01-02T10:00:00Z"}""";

    @TempDir
    private Path dir;

    @Test
    void shouldReadRecordsAndWhatExportWrites() throws IOException {
        Path file = file(VERDICT + "\n\n{\"key\":\"AZE-FRA\",\"type\":\"AnalystVerdict\",\"value\":" + VERDICT + "}\n");

        assertThat(VerdictReader.read(file))
                .hasSize(2)
                .allSatisfy(verdict -> assertThat(verdict.getVerdict()).isEqualTo(Verdict.WRONG));
    }

    @Test
    void shouldNameTheLineThatIsNoVerdict() throws IOException {
        Path file = file(VERDICT + "\n" + VERDICT.replace("\"target\":\"FRA\"", "\"target\":\"DEU\""));

        assertThatThrownBy(() -> VerdictReader.read(file))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("verdicts.jsonl:2: source and target are not the parties of the dyad");
    }

    private Path file(String lines) throws IOException {
        return Files.writeString(dir.resolve("verdicts.jsonl"), lines);
    }
}
