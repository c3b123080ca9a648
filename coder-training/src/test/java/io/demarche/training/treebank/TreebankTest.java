package io.demarche.training.treebank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import io.demarche.training.Village;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreebankTest {
    @TempDir
    private Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("trees.conll"), text);
    }

    @Test
    void shouldReadWhatItWrites() throws IOException {
        // given
        List<AnnotatedSentence> sentences = Treebank.read(Village.TREES, 100);
        StringBuilder lines = new StringBuilder();
        sentences.forEach(sentence -> lines.append(Treebank.lines(sentence)));

        // when
        List<AnnotatedSentence> again = Treebank.read(file(lines.toString()), 100);

        // then
        assertThat(again).hasSize(10).isEqualTo(sentences);
    }

    @Test
    void shouldCountTokensFromZeroAndTheRootAsNone() {
        // when
        AnnotatedSentence first = Treebank.read(Village.TREES, 1).get(0);

        // then
        assertThat(first.forms()).startsWith("The", "minister", "met");
        assertThat(first.heads()).startsWith(1, 2, AnnotatedSentence.ROOT);
    }

    @Test
    void shouldReadNoMoreThanAsked() {
        assertThat(Treebank.read(Village.TREES, 3)).hasSize(3);
    }

    @Test
    void shouldReadTheLastSentenceWithoutABlankLine() throws IOException {
        assertThat(Treebank.read(file("1\tGo\t_\tVB\tVB\t_\t0\troot\t_\t_"), 9)).hasSize(1);
    }

    @Test
    void shouldNameTheLineThatLacksAColumn() throws IOException {
        Path file = file("1\tGo\t_\tVB\tVB\t_\t0\troot\t_\t_\n2\tnow\n");

        assertThatThrownBy(() -> Treebank.read(file, 9))
                .isInstanceOf(DemarcheException.class)
                .hasMessage(file + ", line 2: has 2 columns, not 10");
    }

    @Test
    void shouldNameTheSentenceWhoseHeadIsOutside() throws IOException {
        Path file = file("1\tGo\t_\tVB\tVB\t_\t7\troot\t_\t_\n\n");

        assertThatThrownBy(() -> Treebank.read(file, 9))
                .isInstanceOf(DemarcheException.class)
                .hasMessage(file + ", line 2: token 1 has no head 7");
    }

    @Test
    void shouldNameTheFileThatIsNotThere() {
        assertThatThrownBy(() -> Treebank.read(directory.resolve("none"), 9))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("none");
    }
}
