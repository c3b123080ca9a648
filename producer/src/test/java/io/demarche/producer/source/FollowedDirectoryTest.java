package io.demarche.producer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.producer.source.Rejection.Reason;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedDirectoryTest {
    private static final String LINK = "is a link, which is not followed: put the file itself there";

    @TempDir
    private Path dir;

    private FollowedDirectory followed;

    @BeforeEach
    void follow() {
        followed = new FollowedDirectory(dir, SourceDefaults.none());
    }

    @Test
    void shouldReadAFileOnceItIsLeftAlone() throws IOException {
        Path file = Files.writeString(dir.resolve("a.txt"), "Oslo prot");
        assertThat(bodies()).as("it may still be written").isEmpty();

        Files.writeString(file, "Oslo protested.");
        assertThat(bodies()).as("it has grown").isEmpty();
        assertThat(bodies()).containsExactly("Oslo protested.");
        assertThat(bodies()).as("it was read").isEmpty();
    }

    @Test
    void shouldReadAFileAgainThatHasChanged() throws IOException {
        Path file = Files.writeString(dir.resolve("a.txt"), "Oslo protested.");
        bodies();
        bodies();

        Files.writeString(file, "Oslo protested again.");
        bodies();
        assertThat(bodies()).containsExactly("Oslo protested again.");
    }

    @Test
    void shouldReadWhatLiesBelowAndLeaveOutOtherAndHiddenFiles() throws IOException {
        Files.createDirectories(dir.resolve("2024/.git"));
        Files.writeString(dir.resolve("2024/b.txt"), "Lima protested.");
        Files.writeString(dir.resolve("2024/.git/c.txt"), "hidden");
        Files.writeString(dir.resolve(".d.txt.part"), "on its way");
        Files.writeString(dir.resolve("e.pdf"), "no article");

        bodies();
        assertThat(bodies()).containsExactly("Lima protested.");
    }

    @Test
    void shouldForgetAFileThatIsTakenAway() throws IOException {
        Path file = Files.writeString(dir.resolve("a.txt"), "Oslo protested.");
        bodies();
        bodies();
        Files.delete(file);
        bodies();

        Files.writeString(file, "Oslo protested.");
        bodies();
        assertThat(bodies()).containsExactly("Oslo protested.");
    }

    @Test
    void shouldReadEachWholeLineOnceOfAFileThatGrowsAtEveryLook() throws IOException {
        Path file = Files.writeString(dir.resolve("a.jsonl"), line("Oslo protested."));
        assertThat(bodies()).containsExactly("Oslo protested.");

        append(file, line("Lima protested.") + "{\"published\":\"2023-12-28\",");
        assertThat(bodies()).containsExactly("Lima protested.");
        append(file, "\"text\":\"Baku protested.\"}\n");
        assertThat(bodies()).containsExactly("Baku protested.");
        assertThat(bodies()).isEmpty();
    }

    @Test
    void shouldWaitForTheRestOfALineThoughTheFileIsLeftAlone() throws IOException {
        Path file = Files.writeString(dir.resolve("a.jsonl"), "{\"published\":\"2023-12-28\",");
        for (int look = 0; look < 5; look++) {
            assertThat(bodies()).isEmpty();
        }

        append(file, "\"text\":\"Baku protested.\"}");
        bodies();
        assertThat(bodies()).as("no line end follows").containsExactly("Baku protested.");
        append(file, "\n" + line("Oslo protested."));
        assertThat(bodies()).containsExactly("Oslo protested.");
    }

    @Test
    void shouldSayThatHalfALineIsBadOnceNobodyGoesOnWithIt() throws IOException {
        Files.writeString(dir.resolve("a.jsonl"), line("Oslo protested.") + "{\"published\":");
        List<SourceItem> items = new ArrayList<>();
        for (int look = 0; look < 100; look++) {
            items.addAll(items());
        }

        assertThat(items).hasSize(2);
        assertThat(((Rejection) items.get(1)).line()).contains("a.jsonl:2: bad JSON");
    }

    @Test
    void shouldReadLinesAgainThatWereEditedOrPutInPlaceOfOthers() throws IOException {
        Path file = Files.writeString(dir.resolve("a.jsonl"), line("Oslo protested."));
        bodies();
        bodies();

        Files.writeString(file, line("Lima protested.") + line("Baku protested."));
        assertThat(bodies()).containsExactly("Lima protested.", "Baku protested.");
    }

    @Test
    void shouldNameTheLineOfAFileThatGrew() throws IOException {
        Path file = Files.writeString(dir.resolve("a.jsonl"), line("Oslo protested."));
        bodies();

        append(file, line("Lima protested.") + "no json\n");
        assertThat(items()).extracting(SourceItem::where).containsExactly(file + ":2", file + ":3");
    }

    @Test
    void shouldFollowNoLinkAndSaySoOnce(@TempDir Path outside) throws IOException {
        Path secret = Files.writeString(outside.resolve("secret.txt"), "Paris protested.");
        Path link = Files.createSymbolicLink(dir.resolve("a.txt"), secret);
        Path lines = Files.createSymbolicLink(
                dir.resolve("b.jsonl"), Files.writeString(outside.resolve("b.jsonl"), line("Oslo protested.")));
        items();

        assertThat(items())
                .containsExactly(
                        new Rejection(link.toString(), Reason.UNREADABLE, LINK),
                        new Rejection(lines.toString(), Reason.UNREADABLE, LINK));
        assertThat(items()).isEmpty();
    }

    @Test
    void shouldSayThatThereIsNoSuchDirectory() {
        Path missing = dir.resolve("missing");

        assertThatThrownBy(() -> new FollowedDirectory(missing, SourceDefaults.none()))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining(missing.toString());
    }

    private static String line(String text) {
        return "{\"published\":\"2023-12-28\",\"text\":\"" + text + "\"}\n";
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private List<String> bodies() {
        return items().stream().map(item -> ((ArticleDraft) item).body()).toList();
    }

    private List<SourceItem> items() {
        List<SourceItem> items = new ArrayList<>();
        followed.look().ifPresent(articles -> {
            try (articles) {
                for (Optional<SourceItem> item = articles.next(); item.isPresent(); item = articles.next()) {
                    items.add(item.get());
                }
            }
        });
        return items;
    }
}
