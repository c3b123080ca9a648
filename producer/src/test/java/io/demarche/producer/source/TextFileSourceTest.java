package io.demarche.producer.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.PublishedAtBasis;
import io.demarche.producer.source.Rejection.Reason;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFileSourceTest {
    private static final Instant PUBLISHED = Instant.parse("2023-12-28T00:00:00Z");

    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Baku recalls envoy\\n\\nIt said so.;Baku recalls envoy;It said so.",
                "Baku recalls envoy\\nIt said so.;'';Baku recalls envoy\\nIt said so.",
                "\\n\\nBaku recalled its envoy.\\nIt said so.;'';Baku recalled its envoy.\\nIt said so.",
                "Baku recalled its envoy.\\n\\nIt said so.;'';Baku recalled its envoy.\\n\\nIt said so.",
                "\"It is over.\"\\n\\nBaku said so.;'';\"It is over.\"\\n\\nBaku said so.",
                "Is it over?\\n\\nBaku said so.;Is it over?;Baku said so.",
                "Baku recalls envoy\\n\\n;'';Baku recalls envoy",
                "Baku recalls envoy\\r\\n \\r\\nIt said so.;Baku recalls envoy;It said so."
            })
    void shouldTakeTheFirstLineAsTitleOnlyWhereItLooksLikeOne(String content, String title, String body)
            throws IOException {
        Path file = write(unescape(content));

        ArticleDraft draft = draft(file);

        assertThat(draft.title() + "|" + draft.body()).isEqualTo(title + "|" + unescape(body));
    }

    @Test
    void shouldStateTheDateThatWasGiven() throws IOException {
        ArticleDraft draft = draft(write("Paris protested."));

        assertThat(draft.publishedAt()).isEqualTo(PUBLISHED);
        assertThat(draft.basis()).isEqualTo(PublishedAtBasis.STATED);
    }

    @Test
    void shouldFallBackOnTheTimeOfTheFile() throws IOException {
        Path file = write("Paris protested.");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-02T03:04:05Z")));

        ArticleDraft draft = (ArticleDraft)
                new TextFileSource(file, SourceDefaults.none()).next().orElseThrow();

        assertThat(draft.publishedAt()).isEqualTo(Instant.parse("2020-01-02T03:04:05Z"));
        assertThat(draft.basis()).isEqualTo(PublishedAtBasis.FILE_TIME);
        assertThat(draft.remarks()).containsExactly(Remark.FILE_TIME);
    }

    @Test
    void shouldLeaveOutTheByteOrderMark() throws IOException {
        assertThat(draft(write("\uFEFFParis protested.")).body()).isEqualTo("Paris protested.");
    }

    @Test
    void shouldHandOverTheArticleOnce() throws IOException {
        TextFileSource source = new TextFileSource(write("Paris protested."), SourceDefaults.none());
        source.next();

        assertThat(source.next()).isEmpty();
    }

    @Test
    void shouldRejectAMissingFile() {
        assertThat(rejection(dir.resolve("none.txt")).line()).endsWith("none.txt: no such file");
    }

    @Test
    void shouldRejectADirectory() {
        assertThat(rejection(dir).detail()).isEqualTo("is a directory, not a file");
    }

    @ParameterizedTest
    @CsvSource({"''", "' \n\t\r\n '"})
    void shouldRejectAFileWithoutText(String content) throws IOException {
        assertThat(rejection(write(content)).reason()).isEqualTo(Reason.EMPTY);
    }

    @Test
    void shouldRejectABinaryFile() throws IOException {
        assertThat(rejection(write(new byte[] {'P', 'K', 3, 4, 0, 0})).reason()).isEqualTo(Reason.BINARY);
    }

    @Test
    void shouldSayAtWhichByteTheTextIsNotUtf8() throws IOException {
        Rejection rejection = rejection(write("Caf\u00e9".getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(rejection.detail()).startsWith("not UTF-8 at byte 3");
    }

    @Test
    void shouldRejectAHugeFileWithoutReadingItWhole() throws IOException {
        Path file = dir.resolve("huge.txt");
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.position(1L << 33).write(java.nio.ByteBuffer.wrap(new byte[] {'x'}));
        }

        assertThat(rejection(file).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    private ArticleDraft draft(Path file) {
        return (ArticleDraft) new TextFileSource(file, SourceDefaults.published(PUBLISHED))
                .next()
                .orElseThrow();
    }

    private static Rejection rejection(Path file) {
        return (Rejection)
                new TextFileSource(file, SourceDefaults.none()).next().orElseThrow();
    }

    private Path write(String text) throws IOException {
        return write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(dir.resolve("article.txt"), bytes);
    }

    private static String unescape(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r");
    }
}
