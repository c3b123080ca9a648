package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.coder.lexicon.Lexicon;
import io.demarche.schemas.ContentId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

    @Test
    void shouldMendDamagedTextAndSaySo() {
        CommandRun run = CommandRun.withInput(
                article("a", "<p>Chile&#8217;s government expelled two Danish diplo-\\nmats.</p>"), "code");

        assertThat(run.out()).contains("\"quote\":\"Chile’s government expelled two Danish diplomats.\"");
        assertThat(run.err()).contains("holds HTML tags: taken out", "holds HTML entities", "parted by hyphens");
    }

    @Test
    void shouldSayHowManyArticlesItDidNotReadAndInWhichLanguage() {
        String french = article(
                "a",
                "Le Chili a expulsé mardi deux diplomates danois, après que ceux-ci eurent été"
                        + " accusés d'avoir quitté la capitale sans en avoir le droit.");

        CommandRun run = CommandRun.withInput(french + "\n" + article("b", TEXT), "code");

        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.err()).isEqualTo("demarche: articles not read, as they are not in English: 1 (fr 1)\n");
    }

    @Test
    void shouldMeanByTodayThePublishersOwnDay() {
        String evening = article("a", TEXT).replace("2024-01-05", "2024-01-05T22:30:00-04:00");

        assertThat(CommandRun.withInput(evening, "code").out())
                .contains("\"eventDate\":\"2024-01-05\"", "\"publishedAtOffset\":-240");
    }

    @Test
    void shouldCodeByTheActsThatAreNamed() throws IOException {
        Path acts = dir.resolve("my-acts.tsv");
        try (InputStream bundled = Lexicon.class.getResourceAsStream("acts.tsv")) {
            String renamed = new String(bundled.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\nexpel-diplomats\t", "\nmy-expulsions\t");
            Files.writeString(acts, renamed);
        }

        CommandRun run = CommandRun.withInput(article("a", TEXT), "code", "--acts", acts.toString());

        assertThat(run.out()).contains("\"ruleId\":\"my-expulsions\"");
    }

    @Test
    void shouldNameTheLineOfTheActsThatIsWrong() throws IOException {
        Path acts = Files.writeString(dir.resolve("my-acts.tsv"), "rule\nexpel\n");

        CommandRun run = CommandRun.withInput(article("a", TEXT), "code", "--acts", acts.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("acts.tsv, line ");
    }

    @Test
    void shouldSayWhichDayTheArticlesReachedWhereAsked() {
        String later = article("b", "The rain goes on.").replace("2024-01-05", "2024-02-20");

        String out = CommandRun.withInput(article("a", TEXT) + "\n" + later, "code", "--with-day")
                .out();

        assertThat(out.lines()).hasSize(2).last().isEqualTo("{\"day\":\"2024-02-20\"}");
    }

    @Test
    void shouldSayNoDayThatNoSourceStates() throws IOException {
        Path text = Files.writeString(dir.resolve("b.txt"), TEXT);

        assertThat(CommandRun.of("code", "--with-day", text.toString()).out())
                .contains("mentionId")
                .doesNotContain("\"day\":");
    }

    private static String article(String id, String text) {
        return "{\"id\":\"" + id + "\",\"published\":\"2024-01-05\",\"title\":\"\",\"text\":\"" + text + "\"}";
    }
}
