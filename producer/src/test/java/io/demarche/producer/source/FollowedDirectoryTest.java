package io.demarche.producer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedDirectoryTest {
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
    void shouldSayThatThereIsNoSuchDirectory() {
        Path missing = dir.resolve("missing");

        assertThatThrownBy(() -> new FollowedDirectory(missing, SourceDefaults.none()))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining(missing.toString());
    }

    private List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        followed.look().ifPresent(articles -> {
            try (articles) {
                for (Optional<SourceItem> item = articles.next(); item.isPresent(); item = articles.next()) {
                    bodies.add(((ArticleDraft) item.get()).body());
                }
            }
        });
        return bodies;
    }
}
