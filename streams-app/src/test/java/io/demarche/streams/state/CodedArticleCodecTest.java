package io.demarche.streams.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.avro.EventMention;
import io.demarche.avro.PublishedAtBasis;
import io.demarche.streams.coding.ArticleVersion;
import io.demarche.streams.coding.CodedArticle;
import io.demarche.streams.coding.Publication;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodedArticleCodecTest {
    private static final Instant NOON = Instant.parse("2023-12-26T12:00:00Z");
    private static final CodedArticle ARTICLE = new CodedArticle(
            new ArticleVersion(NOON, "hash", "fingerprint"),
            new Publication(NOON, PublishedAtBasis.STATED, 60),
            new CodedArticle.Text(NOON, "The Gazette", "", "Title", "It rained."),
            List.of());

    private final CodedArticleCodec codec = new CodedArticleCodec(new RecordCodec<>(EventMention.class));

    @Test
    void shouldPassOverWhatStandsBehindAnArticle() {
        byte[] stored = codec.encode(ARTICLE);

        assertThat(codec.decode(Arrays.copyOf(stored, stored.length + 8))).isEqualTo(ARTICLE);
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 1, 2, 3, 5})
    void shouldReadNothingOfAnotherFormat(byte format) {
        byte[] stored = codec.encode(ARTICLE);
        stored[0] = format;

        refuses(stored, "in format " + format);
    }

    @Test
    void shouldBlameTheStateForBytesThatAreNoArticle() {
        byte[] stored = codec.encode(ARTICLE);
        Arrays.fill(stored, 1, stored.length, (byte) 0);

        assertThatThrownBy(() -> codec.decode(stored)).isInstanceOf(UnreadableStateException.class);
        refuses(Arrays.copyOf(stored, 3), "cannot be read");
    }

    private void refuses(byte[] stored, String why) {
        assertThatThrownBy(() -> codec.decode(stored))
                .isInstanceOf(UnreadableStateException.class)
                .hasMessageContaining(why);
        assertThatThrownBy(() -> CodedArticleCodec.seenAt(stored))
                .isInstanceOf(UnreadableStateException.class)
                .hasMessageContaining(why);
        assertThatThrownBy(() -> CodedArticleCodec.tellsOfActs(stored))
                .isInstanceOf(UnreadableStateException.class)
                .hasMessageContaining(why);
    }
}
