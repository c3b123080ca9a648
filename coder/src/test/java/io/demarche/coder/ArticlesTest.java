package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.EventMention;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole articles with all their acts, one a file of the directory {@code articles}: the day of publication, the body, three
 * hyphens, then a line for each act with its date, its parties, its type and what of its code and particulars matters. An
 * article is to yield these acts and no others.
 */
class ArticlesTest {
    record Sample(String name, LocalDate published, String body, List<String> acts) {
        static Sample read(Path file) {
            try {
                String[] parts = Files.readString(file).split("\n---\n?", 2);
                String[] head = parts[0].split("\n", 2);
                return new Sample(
                        file.getFileName().toString(),
                        LocalDate.parse(head[0].strip()),
                        head[1].strip(),
                        parts[1].lines().filter(line -> !line.isBlank()).toList());
            } catch (IOException e) {
                throw new IllegalStateException(file.toString(), e);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() throws IOException, URISyntaxException {
        Path directory = Path.of(Objects.requireNonNull(ArticlesTest.class.getResource("articles"))
                .toURI());
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().map(Sample::read).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldFindTheActsOfTheArticleAndNoOthers(Sample sample) {
        // when
        List<EventMention> mentions = Coding.CODER.code(Coding.article(sample.body(), sample.published()));

        // then
        List<String> unmatched = mentions.stream()
                .filter(mention -> sample.acts().stream().noneMatch(act -> fits(act, mention)))
                .map(ArticlesTest::describe)
                .toList();
        List<String> missed = sample.acts().stream()
                .filter(act -> mentions.stream().noneMatch(mention -> fits(act, mention)))
                .toList();
        assertThat(unmatched).as("acts that the article does not tell").isEmpty();
        assertThat(missed)
                .as("acts missed; found: "
                        + mentions.stream().map(ArticlesTest::describe).toList())
                .isEmpty();
        assertThat(mentions).hasSize(sample.acts().size());
    }

    /** Whether all words of the line hold of the mention; a number is the start of its CAMEO code. */
    private static boolean fits(String act, EventMention mention) {
        String described = describe(mention);
        String[] words = act.strip().split(" +");
        for (String word : words) {
            boolean code = word.matches("\\d{2,4}");
            if (code ? !mention.getCameoCode().startsWith(word) : !(described + " ").contains(word + " ")) {
                return false;
            }
        }
        return words.length > 2;
    }

    private static String describe(EventMention mention) {
        return mention.getEventDate() + " " + mention.getSource().getCountry() + ">"
                + mention.getTarget().getCountry() + " " + mention.getEventType() + " " + mention.getCameoCode()
                + " count=" + mention.getCount() + " hours=" + mention.getDeadlineHours()
                + " precision=" + mention.getDatePrecision() + " modality=" + mention.getModality()
                + (mention.getReciprocal() ? " reciprocal" : "");
    }
}
