package io.demarche.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.coder.Article;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimedCoderTest {
    private static final Article ARTICLE =
            new Article("a", "h", "Paper", "", "Title", "Body", Instant.EPOCH, Instant.EPOCH);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void shouldTimeEachArticle() {
        TimedCoder coder = new TimedCoder(article -> List.of(), registry);

        coder.code(ARTICLE);
        coder.code(ARTICLE);

        assertThat(timed()).isEqualTo(2);
    }

    @Test
    void shouldTimeAnArticleThatCannotBeCoded() {
        TimedCoder coder = new TimedCoder(
                article -> {
                    throw new IllegalStateException("no");
                },
                registry);

        assertThatThrownBy(() -> coder.code(ARTICLE)).hasMessage("no");
        assertThat(timed()).isEqualTo(1);
    }

    private long timed() {
        return registry.get("demarche.coding").timer().count();
    }
}
