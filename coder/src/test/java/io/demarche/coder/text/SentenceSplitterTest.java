package io.demarche.coder.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
    private static final SentenceSplitter SPLITTER = SentenceSplitter.load();

    /** The bar marks where a sentence ends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Oslo protested.| Minsk did not answer.",
                "Gen. Okafor met Mr. Adeyemi on Dec. 3 in Abuja.| They shook hands.",
                "\"We will not leave.\"| The envoy then left.",
                "“We will not leave.” he said.| Then he left.",
                "The note was \"an insult.\"| \"We regret it,\" Lima said.",
                "\"Why were they expelled?\" asked the minister.| Nobody knew!| Silence.",
                "The U.S. embassy in Quito reopened.| J. R. Castillo, the consul, was there.",
                "He flew to the U.S. on Monday.| He met officials of the U.N.| The talks failed.",
                "Shares of Acme Inc. fell 2.5 pct.| Trade was thin.",
                "See No. 4 of the list.| It names ten firms.",
                "The talks... lasted.| They ended...| Nobody cheered.",
                "Sanctions (e.g. on oil) stay.| (They were imposed in 2014.)| Others go.",
                "The visit began at 9 a.m. local time.| It ended at 5 p.m.| The king was absent.",
            })
    void shouldEndSentencesWhereAReaderDoes(String marked) {
        String body = marked.replace("|", "");

        assertThat(texts(body)).containsExactly(marked.split("\\| ?"));
    }

    /** The bar marks where a sentence ends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Peru left the talks.|Chile stayed.",
                "“They are gone.”|Chile stayed.",
                "Peru left.|“We regret it,” Lima said.|Chile stayed.",
                "Peru left.|\"We regret it,\" Lima said.|Chile stayed.",
                "Was it Peru?|Chile was silent!|Nobody knew.",
                "It ended in 2019.|Chile stayed.",
            })
    void shouldPartSentencesBetweenWhichTheBlankWasLost(String marked) {
        assertThat(texts(marked.replace("|", ""))).containsExactly(marked.split("\\|"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The firm Acme.Com was sold.",
                "See www.Example.Org for it.",
                "Send it to Jane.Doe@news.example at once.",
                "Gen.Okafor met Dr.Adeyemi there.",
                "The U.S.Treasury paid.",
                "Version 2.Beta is out."
            })
    void shouldNotPartAddressesAndTitles(String sentence) {
        assertThat(texts(sentence)).containsExactly(sentence);
    }

    /** The bar marks where a sentence ends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lima broke with the U.S.| Quito followed suit.",
                "Lima called its envoy home from the U.K.| Quito's minister approved.",
                "He arrived at 5 p.m.| Quito said so.",
                "The U.S. Quito embassy closed.",
                "He met U.S. Lima envoy Jane Doe.",
                "The U.S. Embassy said so."
            })
    void shouldEndASentenceAtInitialsWhereAStateThenDoesSomething(String marked) {
        SentenceSplitter splitter = SentenceSplitter.load(new NameSpotter() {
            @Override
            public int subjectEnd(String text, int begin, int end) {
                return text.startsWith("Quito", begin) ? begin + 5 : -1;
            }

            @Override
            public int nameEnd(String text, int begin, int end) {
                return text.startsWith("U.S. Embassy", begin) ? begin + 12 : subjectEnd(text, begin, end);
            }
        });
        String body = marked.replace("|", "");

        assertThat(splitter.split(body))
                .extracting(sentence -> sentence.text(body))
                .containsExactly(marked.split("\\| ?"));
    }

    @Test
    void shouldReadThroughHardWrappedLines() {
        String body = "The Danish envoy to Lima said on\nFriday that he would return to his\npost. Lima agreed.";

        assertThat(SPLITTER.split(body)).hasSize(2);
    }

    @Test
    void shouldPartParagraphsAtIndentedLines() {
        String body =
                "Ministers of the two states met on\nSunday\n    They will meet again in the spring\nof next year";

        assertThat(SPLITTER.split(body)).extracting(Sentence::paragraph).containsExactly(0, 1);
    }

    @Test
    void shouldPartParagraphsAtEmptyLines() {
        assertThat(texts("A subheading\n\nThe text")).containsExactly("A subheading", "The text");
    }

    @Test
    void shouldTakeLongLinesForParagraphs() {
        String body =
                "A short headline\n" + "The minister spoke at great length of many things ".repeat(4) + "and left";

        assertThat(texts(body).get(0)).isEqualTo("A short headline");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OSLO, Dec 27 (Agency) - |Norway protested.",
                "OSLO, Dec. 27 (Agency) — |Norway protested.",
                "BAKU, Azerbaijan (Agency) -- |Talks began.",
                "NEW DELHI (Agency) - |Talks began.",
                "RIGA — |Talks began.",
                "Riga, 3 March 2021 (Agency) – |Talks began.",
                "(Agency) - |Talks began.",
            })
    void shouldRecogniseDatelines(String marked) {
        String body = marked.replace("|", "");

        Sentence sentence = SPLITTER.split(body).get(0);

        assertThat(sentence.begin()).isZero();
        assertThat(sentence.textBegin()).isEqualTo(marked.indexOf('|'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Oslo-based body - a think tank - protested.",
                "Norway - Sweden's neighbour - protested.",
                "Talks (the third round) - failed.",
                "Oslo protested.",
            })
    void shouldNotTakeOtherOpeningsForDatelines(String body) {
        assertThat(SPLITTER.split(body).get(0).hasDateline()).isFalse();
    }

    @Test
    void shouldKnowHeadlinesByTheirCapitals() {
        List<Sentence> sentences = SPLITTER.split("LIMA EXPELS TWO ENVOYS\n\nThe two left on Monday.");

        assertThat(sentences).extracting(Sentence::headline).containsExactly(true, false);
    }

    @Test
    void shouldGiveALoneClosingQuoteToTheSentenceBefore() {
        assertThat(texts("\"It is over. \" The crowd left.")).containsExactly("\"It is over. \"", "The crowd left.");
    }

    @Test
    void shouldCutAnEndlessSentenceAtAComma() {
        String body = "one more word, ".repeat(1000);

        assertThat(texts(body)).allMatch(s -> s.length() <= SentenceSplitter.LONGEST && s.endsWith(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                ".",
                ". ",
                "\"",
                ".\" (",
                "\uD83D\uDE00",
                "\n",
                "a\n",
                "A. ",
                "\u0000\uFFFF",
                "(\n    ",
                "PARIS - "
            })
    void shouldNeedLinearTimeForTenMegabytesOfJunk(String piece) {
        String body = piece.repeat(10_000_000 / piece.length());

        List<Sentence> sentences = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> SPLITTER.split(body));

        assertThat(sentences).hasSizeLessThan(10_000_000);
    }

    @Test
    void shouldSplitAlikeInEveryThread() {
        Random random = new Random(5);
        List<String> bodies = random.ints(200, 0, 1000)
                .mapToObj(n -> "Envoy " + n + " met Sen. Fig. " + n + ". A deal? No. \"Not yet.\" Lt. Ash. 5 left.")
                .toList();

        List<List<Sentence>> inParallel =
                bodies.parallelStream().map(SPLITTER::split).toList();

        assertThat(inParallel).isEqualTo(bodies.stream().map(SPLITTER::split).toList());
    }

    private static List<String> texts(String body) {
        return SPLITTER.split(body).stream().map(s -> s.text(body)).toList();
    }
}
