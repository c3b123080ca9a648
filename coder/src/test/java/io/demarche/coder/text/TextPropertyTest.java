package io.demarche.coder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextPropertyTest {
    private static final SentenceSplitter SPLITTER = SentenceSplitter.load();
    private static final Tokenizer TOKENIZER = Tokenizer.load();

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> newsLike = Arbitraries.of(
                        "The",
                        " ",
                        "U.S.",
                        "Mr.",
                        ".",
                        "\n",
                        "\n\n",
                        "\n    ",
                        "\"",
                        "“",
                        "”",
                        "'s",
                        "—",
                        "...",
                        "!",
                        "PARIS",
                        " (Agency) - ",
                        "expelled",
                        "Dec",
                        " 27",
                        "e.g.",
                        "\u00a0",
                        "\uD83D\uDE00",
                        "\uD83D",
                        ")",
                        "(",
                        ",",
                        "n't",
                        "cannot",
                        "\r\n",
                        "\u2028",
                        "’")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(newsLike, Arbitraries.strings().all().ofMaxLength(300));
    }

    @Property
    void shouldCoverAllThatIsNoWhiteSpaceInOrder(@ForAll @From("texts") String body) {
        int covered = 0;
        for (Sentence sentence : SPLITTER.split(body)) {
            assertThat(blank(body, covered, sentence.begin())).isTrue();
            assertThat(sentence.end()).isGreaterThan(sentence.begin());
            covered = sentence.end();
        }
        assertThat(blank(body, covered, body.length())).isTrue();
    }

    @Property
    void shouldBoundSentences(@ForAll @From("texts") String part) {
        List<Sentence> sentences = SPLITTER.split(part.repeat(20));

        assertThat(sentences).allMatch(s -> s.end() - s.begin() <= SentenceSplitter.LONGEST + 120);
    }

    @Property
    void shouldPointTokensAtTheirCharacters(@ForAll @From("texts") String text) {
        int covered = 0;
        for (Token token : TOKENIZER.tokenize(text, 0, text.length())) {
            assertThat(token.begin()).isGreaterThanOrEqualTo(covered - 1);
            assertThat(token.end()).isGreaterThanOrEqualTo(covered);
            assertThat(blank(text, Math.min(covered, token.begin()), token.begin()) || token.begin() < covered)
                    .isTrue();
            assertThat(plain(token.form())).isSubstringOf(plain(text.substring(token.begin(), token.end())));
            covered = token.end();
        }
        assertThat(blank(text, covered, text.length())).isTrue();
    }

    private static String plain(String text) {
        StringBuilder made = new StringBuilder();
        for (char c : text.replace("—", "--").toCharArray()) {
            if (!Characters.isSpace(c)) {
                made.append(Characters.plain(c));
            }
        }
        return made.toString();
    }

    private static boolean blank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Characters.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
