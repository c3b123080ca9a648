package io.demarche.bench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The corpus itself: that it keeps its rules, and that one that breaks them is told so. */
class CorpusTest {
    private static final Path CORPUS = Path.of("../corpus");

    @TempDir
    private Path directory;

    @Test
    void shouldHaveNoFaults() {
        // given
        Corpus corpus = Corpus.read(CORPUS);

        // when
        List<String> faults = CorpusAudit.of(corpus, CORPUS).faults();

        // then
        assertThat(faults).isEmpty();
    }

    @Test
    void shouldTellAQuoteThatIsNotAtItsOffset() throws IOException {
        assertThat(faultsAfter("\"quoteStart\": 0", "\"quoteStart\": 1"))
                .anyMatch(fault -> fault.contains("does not stand at 1; in the text it stands at 0"));
    }

    @Test
    void shouldTellATriggerOutsideOfItsQuote() throws IOException {
        assertThat(faultsAfter("\"trigger\": {\"start\": 7, \"end\": 15}", "\"trigger\": {\"start\": 60, \"end\": 66}"))
                .anyMatch(fault -> fault.contains("its trigger does not lie within the quote"));
    }

    @Test
    void shouldTellACodeThatCameoDoesNotHave() throws IOException {
        assertThat(faultsAfter("\"161\"", "\"169\"")).anyMatch(fault -> fault.contains("CAMEO has no code 169"));
    }

    @Test
    void shouldTellATypeThatDoesNotExist() throws IOException {
        assertThat(faultsAfter("DIPLOMATS_EXPELLED", "DIPLOMATS_EXPELED"))
                .anyMatch(fault -> fault.contains("no such type"));
    }

    @Test
    void shouldTellAStateThatDoesNotExist() throws IOException {
        assertThat(faultsAfter("\"target\": \"PER\"", "\"target\": \"PRU\""))
                .anyMatch(fault -> fault.contains("NOR>PRU holds a code"));
    }

    @Test
    void shouldTellADayAfterPublication() throws IOException {
        assertThat(faultsAfter("\"date\": \"2011-05-03\"", "\"date\": \"2011-05-13\""))
                .anyMatch(fault -> fault.contains("date 2011-05-13 lies after publication on 2011-05-04"));
    }

    @Test
    void shouldTellADateThatIsNone() throws IOException {
        assertThat(faultsAfter("\"date\": \"2011-05-03\"", "\"date\": \"2011-02-30\""))
                .anyMatch(fault -> fault.contains("date 2011-02-30 does not have the precision DAY"));
    }

    @Test
    void shouldTellAKindThatTheLabelsBelie() throws IOException {
        assertThat(faultsAfter("\"kind\": \"acts\"", "\"kind\": \"none\""))
                .anyMatch(fault -> fault.contains("kind is none, by its labels it is acts"));
    }

    @Test
    void shouldTellAVoiceThatIsNotListed() throws IOException {
        assertThat(faultsAfter("\"voice\": \"plain\"", "\"voice\": \"shrill\""))
                .anyMatch(fault -> fault.contains("voice shrill is not in voices.tsv"));
    }

    @Test
    void shouldTellTwoArticlesThatShareEightWords() throws IOException {
        // given
        write(article("plain-001", "oslo-lima-2011") + article("plain-002", "oslo-lima-2011"));

        // when, then
        assertThat(CorpusAudit.of(Corpus.read(directory), CORPUS).faults())
                .anyMatch(fault -> fault.startsWith("plain-002: shares with plain-001 the words"));
    }

    @Test
    void shouldNameFileLineAndFieldOfWhatIsMissing() throws IOException {
        // given
        write(article("plain-001", "oslo-lima-2011").replace("\"episode\": \"oslo-lima-2011\", ", ""));

        // when, then
        assertThatThrownBy(() -> Corpus.read(directory))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("train.jsonl, line 1: field episode is missing");
    }

    private List<String> faultsAfter(String before, String after) throws IOException {
        String article = article("plain-001", "oslo-lima-2011");
        assertThat(article).contains(before);
        write(article.replace(before, after));
        return CorpusAudit.of(Corpus.read(directory), CORPUS).faults();
    }

    private void write(String train) throws IOException {
        Files.writeString(directory.resolve("train.jsonl"), train);
        Files.writeString(directory.resolve("check.jsonl"), "");
        Files.writeString(directory.resolve("labels-newswire.jsonl"), "");
        Files.writeString(directory.resolve("labels-second.jsonl"), "");
        Files.writeString(directory.resolve("voices.tsv"), "name\tdescription\nplain\tplain words\n");
    }

    private static String article(String id, String episode) {
        return """
                {"id": "%s", "voice": "plain", "episode": "%s", "published": "2011-05-04", "kind": "acts", \
                "title": "Two must go", "text": "Norway expelled two Peruvian diplomats on Tuesday, a day after talks.", \
                "passages": [], "events": [{"source": "NOR", "target": "PER", "type": "DIPLOMATS_EXPELLED", \
                "cameo": "161", "date": "2011-05-03", "datePrecision": "DAY", "dateBasis": "RELATIVE", "count": 2, \
                "modality": "FACT", "doubtful": false, "quote": "Norway expelled two Peruvian diplomats", \
                "quoteStart": 0, "trigger": {"start": 7, "end": 15}, "sourceMention": {"start": 0, "end": 6}, \
                "targetMention": "context", "constructions": []}]}
                """.formatted(id, episode);
    }
}
