package io.demarche.producer.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ArticleCleanerPropertyTest {
    private final ArticleCleaner cleaner = ArticleCleaner.load();

    @Property(tries = 2000)
    void shouldChangeNothingMoreWhenItCleansAgain(@ForAll("bodies") String body, @ForAll("pieces") String title) {
        CleanedText once = cleaner.clean(title, body);

        CleanedText twice = cleaner.clean(once.title(), once.body());

        assertThat(twice).isEqualTo(new CleanedText(once.title(), once.body(), false));
    }

    @Property(tries = 1000)
    void shouldCleanAnyTextOnceAndForAll(@ForAll String body) {
        String once = cleaner.clean("", body).body();

        assertThat(cleaner.clean("", once).body()).isEqualTo(once);
    }

    @Property
    void shouldKeepWhatNoRuleDescribes(@ForAll("sentences") List<String> sentences) {
        String body = String.join("\n", sentences);

        assertThat(cleaner.clean("", body).body()).isEqualTo(body);
    }

    @Provide
    Arbitrary<List<String>> sentences() {
        return Arbitraries.of(
                        "Oslo called in the envoy on Monday.",
                        "By then, two had left.",
                        "\"Read more,\" the minister said.",
                        "Nobody in Minsk subscribes to that view.")
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<String> bodies() {
        return pieces().list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "Oslo called in the envoy on Monday.",
                "Share this article",
                "Share this article.",
                "By Jane Doe",
                "Continue reading…",
                "Continue reading. ",
                "You have 50% of this article left to read.",
                "The rest is for subscribers only.",
                "Already a subscriber? Sign in",
                "Subscribe to our newsletter",
                "© 2023 The Example Gazette",
                "(Reporting by Jane Doe)",
                "Read more: x",
                "4 min read",
                " ",
                "  ",
                "\n",
                "\n\n",
                "\n \n",
                "\r\n",
                "\u00A0",
                "\u200B",
                "\uFEFF",
                "e\u0301",
                "\u0301",
                "\uD83D",
                "\uDE00",
                "a",
                "<p>",
                "</b>",
                "&nbsp;",
                "&lt;p&gt;",
                "â€™",
                "didn?t",
                "lima-",
                "\u00AD",
                "\u0092",
                "\uFB01",
                ". ");
    }
}
