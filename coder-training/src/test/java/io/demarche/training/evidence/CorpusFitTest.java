package io.demarche.training.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fitting on a small part of the corpus. */
class CorpusFitTest {
    private static final Path TRAIN = Path.of("../corpus/train.jsonl");
    private static final int SMALL = 40;
    private static final int FOLDS = 2;

    @TempDir
    Path directory;

    private List<String> some() throws IOException {
        try (var lines = Files.lines(TRAIN)) {
            return lines.limit(SMALL).toList();
        }
    }

    private byte[] fit(List<String> articles, List<String> log) throws IOException {
        Path corpus = Files.write(directory.resolve("some.jsonl"), articles);
        return CorpusFit.fit(List.of(corpus), null, List.of(), FOLDS, log::add);
    }

    @Test
    void shouldGiveTheSameBytesForTheSameArticles() throws IOException {
        byte[] once = fit(some(), new ArrayList<>());
        byte[] again = fit(some(), new ArrayList<>());

        assertThat(once).isNotEmpty().isEqualTo(again);
    }

    @Test
    void shouldLearnFromOneMoreArticle() throws IOException {
        List<String> log = new ArrayList<>();
        byte[] fewer = fit(some().subList(1, SMALL), log);

        assertThat(fit(some(), log)).isNotEqualTo(fewer);
        assertThat(log).contains(SMALL - 1 + " labelled articles", SMALL + " labelled articles");
    }

    @Test
    void shouldNameTheLineThatItCannotRead() throws IOException {
        List<String> broken = new ArrayList<>(some());
        broken.set(2, "{\"id\": ");

        assertThatThrownBy(() -> fit(broken, new ArrayList<>()))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("some.jsonl, line 3");
    }
}
