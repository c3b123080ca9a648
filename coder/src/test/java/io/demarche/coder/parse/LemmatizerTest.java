package io.demarche.coder.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.coder.text.WordTable;
import io.demarche.schemas.DemarcheException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LemmatizerTest {
    private static final Lemmatizer LEMMATIZER = Lemmatizer.load();

    @Test
    void shouldFindTheDictionaryFormOfCommonWords() throws IOException {
        try (InputStream in = LemmatizerTest.class.getResourceAsStream("lemmas.tsv")) {
            List<WordTable.Row> rows =
                    WordTable.read("lemmas.tsv", in, "form", "tag", "lemma").rows();

            assertThat(rows)
                    .hasSizeGreaterThan(1000)
                    .allSatisfy(row -> assertThat(LEMMATIZER.lemma(
                                    row.cells().get(0), row.cells().get(1)))
                            .as("line %d", row.line())
                            .isEqualTo(row.cells().get(2)));
        }
    }

    @Test
    void shouldForgiveATagThatTakesAFormForAnInfinitive() {
        assertThat(LEMMATIZER.lemma("expelled", "VB")).isEqualTo("expel");
    }

    @Property
    void shouldFindALemmaForAnyString(@ForAll String form) {
        for (String tag : List.of("VBD", "VBZ", "VBG", "NNS", "NNPS", "JJR", "JJS", "NN", "MD", "XX")) {
            assertThat(LEMMATIZER.lemma(form, tag).isEmpty()).isEqualTo(form.isEmpty());
        }
    }

    @Test
    void shouldNameFileAndLineOfAMalformedRow() {
        assertThatThrownBy(() -> table("# comment\nclass\tform\tlemma\nverb\twent\n"))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("words.tsv line 3");
    }

    @Test
    void shouldNameTheLineOfWrongColumns() {
        assertThatThrownBy(() -> table("form\tlemma\n")).hasMessageContaining("words.tsv line 1");
    }

    @Test
    void shouldRefuseAFormGivenTwice() throws IOException {
        WordTable table = table("class\tform\tlemma\nverb\tfound\tfind\nverb\tfound\tfound\n");

        assertThatThrownBy(() -> Lemmatizer.lemmas(table, "verb")).hasMessageContaining("words.tsv line 3");
    }

    private static WordTable table(String text) throws IOException {
        return WordTable.read(
                "words.tsv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "class", "form", "lemma");
    }
}
