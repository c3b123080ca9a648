package io.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMenderTest {
    private final TextMender mender = TextMender.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lima’s “answer” came — at last – on Friday…",
                "Who? Nobody. \"Why not?\" asked Zoë of Ålesund, São Tomé and Łódź.",
                "The SÃO PAULO office; “SOBRE A MONÇÔ; sales rose by 5 < 7 and R&D fell.",
                "A well-\n\nknown gap, a list:\n- one\n- two",
                "see https://news.example/?s=lima&t=1 and a/b?t&c",
                "\tIndented, with a tab\fand a form feed",
                "Наступний; 東京; الرياض"
            })
    void shouldReturnSoundTextAsItIs(String sound) {
        MendedText mended = mender.mend(sound);

        assertThat(mended.text()).isEqualTo(sound);
        assertThat(mended.damages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lima wouldnâ€™t answer | Lima wouldn’t answer",
                "Lima wouldn\u0092t answer | Lima wouldn’t answer",
                "Lima wouldnâ\u0080\u0099t answer | Lima wouldn’t answer",
                "Lima wouldnÃ¢â‚¬â„¢t answer | Lima wouldn’t answer",
                "Lima wouldn‚Äôt answer | Lima wouldn’t answer",
                "â€œNoâ€\u009D, it said | “No”, it said",
                "â€œNoâ€, it said | “No”, it said",
                "BogotÃ¡ and MÃ¡laga â€“ twins | Bogotá and Málaga – twins",
                "CuraÃ§ao's CÃ´te | Curaçao's Côte",
                "ErdoÄŸan met VuÄ\u008Di\u0107 | Erdoğan met Vučić",
                "for Â£5 at 20Â°C | for £5 at 20°C"
            })
    void shouldUndoMisreadEncodings(String read, String meant) {
        MendedText mended = mender.mend(read);

        assertThat(mended.text()).isEqualTo(meant);
        assertThat(mended.damages()).containsExactly(Damage.MOJIBAKE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lima hasnʼt paid | Lima hasn’t paid",
                "Lima hasn´t paid | Lima hasn’t paid",
                "Lima hasn′t paid | Lima hasn’t paid",
                "Lima hasn�t paid | Lima hasn’t paid",
                "Lima hasn���t paid | Lima hasn’t paid",
                "Lima hasn?t paid | Lima hasn’t paid",
                "Quito?s envoys | Quito’s envoys",
                "they�re envoys | they’re envoys",
                "the envoys´ cars | the envoys’ cars",
                "Lima hasn?t | Lima hasn’t"
            })
    void shouldPutAnApostropheWhereAMarkStandsForOneOrWasLost(String read, String meant) {
        MendedText mended = mender.mend(read);

        assertThat(mended.text()).isEqualTo(meant);
        assertThat(mended.damages()).containsExactly(Damage.APOSTROPHES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M�xico", "T�rkiye�", "the envoys� left", "a?b", "is it?yes", "page?t=1", "?s", "�s"})
    void shouldLeaveWhatIsUncertain(String uncertain) {
        assertThat(mender.mend(uncertain).text()).isEqualTo(uncertain);
    }

    @Test
    void shouldTakeTagsOutAndPartParagraphs() {
        MendedText mended = mender.mend(
                "<div class=\"a > b\"><p>Lima <b>closed</b> its <a href='x'>mission</a>.</p><p>Quito<br/>did"
                        + " not.</p></div><!-- to do: > --><script>if (a < b) { c(\"<p>\"); }</script>The end.");

        assertThat(mended.text().strip()).isEqualTo("Lima closed its mission.\n\n\n\nQuito\ndid not.\n\n\n\nThe end.");
        assertThat(mended.damages()).containsExactly(Damage.MARKUP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a <b",
                "3 <4> 5",
                "<Lima>",
                "<",
                ">",
                "<>",
                "</>",
                "<a",
                "a <- b -> c",
                "<!x>",
                "<lima@news.example>"
            })
    void shouldLeaveWhatOnlyLooksLikeATag(String text) {
        assertThat(mender.mend(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Quito&#8217;s | Quito’s",
                "Quito&#x2019;s | Quito’s",
                "Quito&#146;s | Quito’s",
                "Quito&rsquo;s | Quito’s",
                "Quito&amp;rsquo;s | Quito’s",
                "A&amp;amp;B | A&B",
                "Bogot&aacute; | Bogotá"
            })
    void shouldReadEntities(String read, String meant) {
        MendedText mended = mender.mend(read);

        assertThat(mended.text()).isEqualTo(meant);
        assertThat(mended.damages()).containsExactly(Damage.ENTITIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R&D;", "&unknown;", "&;", "&#;", "&#x;", "&#99999999999;", "&#0;"})
    void shouldLeaveWhatIsNoEntity(String text) {
        assertThat(mender.mend(text).text()).isEqualTo(text);
    }

    @Test
    void shouldTakeOutTheMarksAroundQuotedText() {
        assertThat(mender.mend("<![CDATA[<p>Lima left</p>]]>").text().strip()).isEqualTo("Lima left");
    }

    @Test
    void shouldTakeOutTagsThatEntitiesSpell() {
        assertThat(mender.mend("&lt;b&gt;Lima&lt;/b&gt; left").text()).isEqualTo("Lima left");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"the oﬃce of ﬂags | the office of flags", "Ｌｉｍａ＇s ７ | Lima's 7", "𝐋𝐢𝐦𝐚 | Lima"})
    void shouldReadPrintersFormsOfLetters(String read, String meant) {
        MendedText mended = mender.mend(read);

        assertThat(mended.text()).isEqualTo(meant);
        assertThat(mended.damages()).containsExactly(Damage.LETTERFORMS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the consu-⏎lates | the consulates",
                "the consu\u00AD⏎ lates | the consulates",
                "the consu\u00ADlates | the consulates",
                "of insub-⏎or\u00ADdination | of insubordination",
                "an anti-⏎tank gun | an anti-tank gun",
                "a Lima-⏎based firm | a Lima-based firm",
                "a tit-for-⏎tat move | a tit-for-tat move",
                "a face-⏎to-face talk | a face-to-face talk"
            })
    void shouldJoinWordsThatALinesEndParts(String read, String meant) {
        MendedText mended = mender.mend(read.replace('⏎', '\n'));

        assertThat(mended.text()).isEqualTo(meant);
        assertThat(mended.damages()).containsExactly(Damage.HYPHENS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pre-⏎and post-war", "Lima -⏎its port", "Lima-⏎Quito", "consu-⏎⏎lates", "consu\u00AD⏎⏎lates"})
    void shouldLeaveOtherHyphensAtTheEndOfALine(String text) {
        assertThat(mender.mend(text.replace('⏎', '\n')).damages()).isEmpty();
    }

    @Test
    void shouldTakeOutWhatCannotBeSeen() {
        assertThat(mender.mend("Li\u200Bma\uFEFF le\u0007ft\u200E").text()).isEqualTo("Lima left");
    }

    @Test
    void shouldComposeLettersAndTheirMarks() {
        assertThat(mender.mend("Bogota\u0301").text()).isEqualTo("Bogotá");
    }

    @Test
    void shouldKnowWhereEachCharacterStood() {
        String given = "<p>Quito&#8217;s o\uFB03ce didnâ€™t</p>";

        MendedText mended = mender.mend(given);

        int office = mended.text().indexOf("office");
        assertThat(given.substring(mended.begin(office), mended.end(office + 6)))
                .isEqualTo("o\uFB03ce");
        int word = mended.text().indexOf("didn");
        assertThat(given.substring(mended.begin(word), mended.end(word + 6))).isEqualTo("didnâ€™t");
        int quito = mended.text().indexOf("Quito");
        assertThat(given.substring(mended.begin(quito), mended.end(quito + 7))).isEqualTo("Quito&#8217;s");
    }

    @Test
    void shouldSayAllThatItMended() {
        assertThat(mender.mend("<i>Quito&rsquo;s</i> o\uFB03ce hasn´t").damages())
                .isEqualTo(Set.of(Damage.MARKUP, Damage.ENTITIES, Damage.LETTERFORMS, Damage.APOSTROPHES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                ">",
                "<p",
                "&amp;",
                "&",
                "\"",
                "â€",
                "Ã¢",
                "-\na",
                "?s ",
                "<script>",
                "\u00AD\n",
                "<b \">",
                "e\u0301",
                "�t"
            })
    void shouldTakeTimeThatGrowsWithTheLengthAlone(String hard) {
        String text = hard.repeat(400_000);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> mender.mend(text));
    }
}
