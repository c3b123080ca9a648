package io.demarche.producer.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.producer.source.ArticleDraft;
import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.SourceItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

class WarcSourceTest {
    private static final Instant FETCHED = Instant.parse("2024-03-06T12:00:00Z");

    @TempDir
    private Path dir;

    private Path archive(WarcCompression compression, int... statuses) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), compression)) {
            for (int i = 0; i < statuses.length; i++) {
                String page = "<html><body><article><p>Page " + i
                        + ": the harbour council met on Tuesday to talk about the lights along the pier.</p></article></body></html>";
                HttpResponse http = new HttpResponse.Builder(statuses[i], "As told")
                        .body(MediaType.HTML_UTF8, page.getBytes(StandardCharsets.UTF_8))
                        .build();
                writer.write(new WarcResponse.Builder(java.net.URI.create("https://news.example/" + i))
                        .date(FETCHED)
                        .body(http)
                        .build());
            }
        }
        return Files.write(dir.resolve("news.warc.gz"), bytes.toByteArray());
    }

    private static List<SourceItem> read(String name) {
        List<SourceItem> items = new ArrayList<>();
        try (ArticleSource source = WarcSource.named(name)) {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                items.add(item.get());
            }
        }
        return items;
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "GZIP"})
    void shouldReadThePagesThatWereAnsweredWell(WarcCompression compression) throws IOException {
        Path file = archive(compression, 200, 404, 200);

        assertThat(read(file.toString()))
                .hasSize(2)
                .allSatisfy(item -> assertThat(item).isInstanceOfSatisfying(ArticleDraft.class, article -> {
                    assertThat(article.fetchedAt()).isEqualTo(FETCHED);
                    assertThat(article.url()).startsWith("https://news.example/");
                }));
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "GZIP"})
    void shouldGoOnAtARecord(WarcCompression compression) throws IOException {
        List<SourceItem> all = read(archive(compression, 200, 200, 200).toString());

        List<SourceItem> rest = read(((ArticleDraft) all.get(1)).where());

        assertThat(rest)
                .extracting(item -> ((ArticleDraft) item).body())
                .containsExactly(((ArticleDraft) all.get(1)).body(), ((ArticleDraft) all.get(2)).body());
    }

    @Test
    void shouldRejectAPageThatIsTooLargeAndReadTheNext() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.GZIP)) {
            for (int copies : new int[] {70_000, 1}) {
                String page = "<html><body><article>"
                        + "<p>The harbour council met on Tuesday to talk about the lights along the pier.</p>"
                                .repeat(copies)
                        + "</article></body></html>";
                writer.write(new WarcResponse.Builder(java.net.URI.create("https://news.example/" + copies))
                        .date(FETCHED)
                        .body(new HttpResponse.Builder(200, "As told")
                                .body(MediaType.HTML_UTF8, page.getBytes(StandardCharsets.UTF_8))
                                .build())
                        .build());
            }
        }

        List<SourceItem> items = read(
                Files.write(dir.resolve("large.warc.gz"), bytes.toByteArray()).toString());

        assertThat(items).hasSize(2);
        assertThat(items.get(0))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(Rejection.Reason.TOO_LARGE));
        assertThat(items.get(1)).isInstanceOf(ArticleDraft.class);
    }

    @Test
    void shouldSayWhereAnArchiveIsBroken() throws IOException {
        Path file = archive(WarcCompression.NONE, 200);
        Files.writeString(file, Files.readString(file) + "no record at all");

        List<SourceItem> items = read(file.toString());

        assertThat(items).hasSize(2);
        assertThat(items.get(1))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.where()).startsWith(file + "@"));
    }

    @Test
    void shouldTellHowMuchOfTheArchiveItHasRead() throws IOException {
        Path file = archive(WarcCompression.NONE, 200, 200, 200);
        try (WarcSource source = new WarcSource(file, 0)) {
            List<Double> shares = new ArrayList<>();
            while (source.next().isPresent()) {
                shares.add(source.share().orElseThrow());
            }

            assertThat(shares).hasSize(3).isSorted().doesNotHaveDuplicates().allMatch(share -> share >= 0 && share < 1);
        }
    }

    @Test
    void shouldNameAFileThatIsNotThere() {
        assertThat(read("missing.warc"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.line()).isEqualTo("missing.warc: no such file"));
    }
}
