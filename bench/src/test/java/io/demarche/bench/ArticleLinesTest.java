package io.demarche.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.coder.Article;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleLinesTest {
    private static final String LINES = """
            {"id": "a", "published": "2024-02-01", "title": "Rain", "text": "It rained."}
            no article
            {"id": "b", "published": "2024-02-02", "title": "Sun", "text": "It did not rain."}
            """;

    @TempDir
    private Path directory;

    private final List<Article> articles = new ArrayList<>();

    @Test
    void shouldReadPackedLinesLikePlainOnes() throws IOException {
        // given
        Path file = directory.resolve("articles.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(LINES.getBytes(StandardCharsets.UTF_8));
        }

        // when
        ArticleLines.read(file, articles::add);

        // then
        assertThat(articles).extracting(Article::body).containsExactly("It rained.", "It did not rain.");
    }

    @Test
    void shouldCountLinesThatAreNoArticle() throws IOException {
        // given
        Path file = Files.writeString(directory.resolve("articles.jsonl"), LINES);

        // when
        int rejected = ArticleLines.read(file, articles::add);

        // then
        assertThat(rejected).isEqualTo(1);
    }

    @Test
    void shouldNameTheFileThatIsNotPackedThoughItsNameSaysSo() throws IOException {
        // given
        Path file = Files.writeString(directory.resolve("articles.jsonl.gz"), LINES);

        // when, then
        assertThatThrownBy(() -> ArticleLines.read(file, articles::add))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("articles.jsonl.gz: cannot be read");
    }
}
