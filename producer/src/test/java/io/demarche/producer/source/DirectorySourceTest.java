package io.demarche.producer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectorySourceTest {
    @TempDir
    private Path dir;

    @Test
    void shouldReadArticlesOfAllLevelsSortedByName() throws IOException {
        write("b.txt", "Two.");
        write("a/z.text", "One.");
        write(
                "c/d/e.jsonl",
                "{\"published\":\"2023-12-28\",\"text\":\"Three.\"}\n{\"published\":\"2023-12-28\",\"text\":\"Four.\"}");
        write("f.TXT", "Five.");

        assertThat(bodies()).containsExactly("One.", "Two.", "Three.", "Four.", "Five.");
    }

    @Test
    void shouldLeaveOutWhatIsNoArticle() throws IOException {
        write("a.txt", "One.");
        write(".hidden.txt", "Hidden.");
        write(".git/b.txt", "Hidden.");
        write("picture.png", "Other.");

        assertThat(bodies()).containsExactly("One.");
    }

    @Test
    void shouldNotFollowALinkInACircle() throws IOException {
        write("a/a.txt", "One.");
        Files.createSymbolicLink(dir.resolve("a/up"), dir);

        assertThat(bodies()).containsExactly("One.");
    }

    @Test
    void shouldGoOnAfterABadFile() throws IOException {
        write("a.txt", "");
        write("b.txt", "Two.");

        assertThat(items()).extracting(SourceItem::getClass).containsExactly(Rejection.class, ArticleDraft.class);
    }

    @Test
    void shouldSayThatThereAreNoArticles() throws IOException {
        write("picture.png", "Other.");

        assertThat(items())
                .singleElement()
                .extracting(item -> ((Rejection) item).line())
                .asString()
                .startsWith(dir + ": holds no articles");
    }

    @Test
    void shouldSayThatThereIsNoSuchDirectory() {
        assertThat(items(dir.resolve("none")))
                .singleElement()
                .extracting(item -> ((Rejection) item).detail())
                .isEqualTo("no such directory");
    }

    private List<String> bodies() {
        return items().stream().map(item -> ((ArticleDraft) item).body()).toList();
    }

    private List<SourceItem> items() {
        return items(dir);
    }

    private static List<SourceItem> items(Path directory) {
        List<SourceItem> items = new ArrayList<>();
        try (ArticleSource source = new DirectorySource(directory, SourceDefaults.none())) {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                items.add(item.get());
            }
        }
        return items;
    }

    private void write(String name, String text) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
