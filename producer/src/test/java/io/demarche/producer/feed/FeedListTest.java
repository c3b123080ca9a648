package io.demarche.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedListTest {
    @TempDir
    private Path dir;

    @Test
    void shouldNameTheFeedsOfAllFoldersOnce() throws IOException {
        Path file = Files.writeString(
                dir.resolve("feeds.opml"),
                "<opml version='2.0'><body><outline xmlUrl='https://a.example/1'/>"
                        + "<outline text='folder'><outline xmlUrl='https://a.example/2?x=1&y=2'/><outline xmlUrl='https://a.example/1'/></outline>"
                        + "</body></opml>");

        assertThat(FeedList.read(file)).containsExactly("https://a.example/1", "https://a.example/2?x=1&y=2");
    }

    @Test
    void shouldReadTheListThatComesWithTheStack() {
        assertThat(FeedList.read(Path.of("../deploy/feeds.opml")))
                .isNotEmpty()
                .allMatch(feed -> feed.startsWith("https://"));
    }

    @Test
    void shouldSayWhatIsWrongWithAList() throws IOException {
        Path none = Files.writeString(dir.resolve("none.opml"), "<opml><body/></opml>");

        assertThatThrownBy(() -> FeedList.read(none))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("names no feed");
        assertThatThrownBy(() -> FeedList.read(dir.resolve("missing"))).hasMessageContaining("no such file");
    }
}
