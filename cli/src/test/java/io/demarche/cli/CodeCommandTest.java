package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.schemas.ContentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeCommandTest {
    private static final String TEXT = "Norway expelled two Peruvian diplomats.";

    @TempDir
    private Path dir;

    @Test
    void shouldReadTheFilesThatAreNamed() throws IOException {
        Path lines = Files.writeString(dir.resolve("a.jsonl"), article("a", TEXT) + "\n");
        Path text = Files.writeString(dir.resolve("b.txt"), TEXT);

        CommandRun run = CommandRun.of("code", "--published", "2024-01-05", lines.toString(), text.toString());

        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void shouldNameArticlesAsTheProducerDoes() {
        assertThat(CommandRun.withInput(article("a", TEXT), "code").out())
                .contains("\"articleId\":\"" + ContentId.of("guid", "a") + "\"");
    }

    @Test
    void shouldCleanArticlesAsTheProducerDoes() {
        String clean = CommandRun.withInput(article("a", TEXT), "code").out();

        assertThat(clean).isNotEmpty();
        assertThat(CommandRun.withInput(article("a", TEXT + "\\n\\nShare this article"), "code")
                        .out())
                .isEqualTo(clean);
    }

    @Test
    void shouldSayThatAnUndatedTextIsTakenByTheTimeOfItsFile() throws IOException {
        Path text = Files.writeString(dir.resolve("b.txt"), TEXT);

        assertThat(CommandRun.of("code", text.toString()).err().lines())
                .singleElement()
                .asString()
                .contains("b.txt: undated", "--published");
    }

    @Test
    void shouldIgnoreAFetchTimeThatIsNoneAndSaySo() {
        String article = article("a", TEXT).replace("{", "{\"fetched\":\"1970-01-01T00:00:00Z\",");

        CommandRun run = CommandRun.withInput(article, "code");

        assertThat(run.out()).contains("\"eventDate\":\"2024-01-05\"");
        assertThat(run.err()).contains("standard input:1: field 'fetched'");
    }

    private static String article(String id, String text) {
        return "{\"id\":\"" + id + "\",\"published\":\"2024-01-05\",\"title\":\"\",\"text\":\"" + text + "\"}";
    }
}
