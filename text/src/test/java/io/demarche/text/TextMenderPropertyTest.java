package io.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextMenderPropertyTest {
    private final TextMender mender = TextMender.load();

    @Property(tries = 5000)
    void shouldChangeNothingMoreWhenItMendsAgain(@ForAll("damaged") String text) {
        String once = mender.mend(text).text();

        MendedText twice = mender.mend(once);

        assertThat(twice.text()).isEqualTo(once);
        assertThat(twice.damages()).isEmpty();
    }

    @Property(tries = 2000)
    void shouldKeepTheOrderOfPlaces(@ForAll("damaged") String text) {
        MendedText mended = mender.mend(text);

        for (int i = 0; i < mended.text().length(); i++) {
            assertThat(mended.begin(i)).isBetween(0, mended.end(i + 1) - 1);
            assertThat(mended.end(i + 1)).isLessThanOrEqualTo(text.length());
            assertThat(mended.begin(i + 1)).isGreaterThanOrEqualTo(mended.begin(i));
            assertThat(mended.end(i + 1)).isGreaterThanOrEqualTo(mended.end(i));
        }
    }

    @Property
    void shouldMendAnyText(@ForAll String text) {
        String once = mender.mend(text).text();

        assertThat(mender.mend(once).text()).isEqualTo(once);
    }

    @Provide
    Arbitrary<String> damaged() {
        return Arbitraries.of(
                        "<",
                        ">",
                        "<p>",
                        "</p>",
                        "<b",
                        "<script>",
                        "</script>",
                        "<!--",
                        "-->",
                        "<![CDATA[",
                        "]]>",
                        "\"",
                        "&",
                        "&amp;",
                        "&lt;",
                        "&gt;",
                        "&#8217;",
                        "&#76;",
                        "&#45;",
                        "#38;",
                        "amp;",
                        ";",
                        "â",
                        "€",
                        "™",
                        "Ã",
                        "¢",
                        "‚",
                        "„",
                        "¬",
                        "Â",
                        "\u0080",
                        "\u0099",
                        "\u0085",
                        "ï",
                        "¿",
                        "½",
                        "´",
                        "ʼ",
                        "�",
                        "?",
                        "s",
                        "t",
                        "re",
                        "ma",
                        "Li",
                        " ",
                        "\n",
                        "\r",
                        "\f",
                        "-",
                        "\u00AD",
                        "\u200B",
                        "\u00A0",
                        "\u2028",
                        "ﬁ",
                        "Ｌ",
                        "e",
                        "\u0301",
                        "\u0007",
                        "\u001C",
                        "\uD83D",
                        "\uDE00",
                        "\u037E",
                        "\u212B",
                        "and",
                        ".",
                        "’",
                        "𝐋")
                .list()
                .ofMaxSize(30)
                .map(pieces -> String.join("", pieces));
    }
}
