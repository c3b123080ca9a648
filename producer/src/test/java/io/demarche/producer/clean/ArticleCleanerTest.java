package io.demarche.producer.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleCleanerTest {
    private static final String TEXT = "Oslo called in the ambassador on Monday.";

    private final ArticleCleaner cleaner = ArticleCleaner.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You have 50% of this article left to read. The rest is for subscribers only.",
                "The rest is for subscribers only.",
                "This article is for subscribers only.",
                "Subscribe to read the full article.",
                "To continue reading, please log in or register.",
                "Already a subscriber? Sign in",
                "Continue reading…"
            })
    void shouldTakeAPaywallNoticeAwayAndSayThatTheTextIsCut(String notice) {
        assertThat(cleaner.clean("", TEXT + "\n" + notice)).isEqualTo(new CleanedText("", TEXT, true));
    }

    @Test
    void shouldTakeAPaywallNoticeOffTheEndOfTheLastParagraph() {
        String body = TEXT + " You have 50% of this article left to read. The rest is for subscribers only.";

        assertThat(cleaner.clean("", body)).isEqualTo(new CleanedText("", TEXT, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We use cookies to make this site work for you. Accept all or manage your choices.",
                "This website uses cookies",
                "Accept all cookies",
                "By continuing to browse this site you agree to our use of cookies.",
                "Subscribe to our newsletter",
                "Sign up for our free daily newsletter to get the best of our reporting.",
                "Get the latest news in your inbox!",
                "Share this article",
                "Share | Facebook | Twitter | E-mail",
                "Facebook Twitter WhatsApp",
                "Print this page",
                "12 comments",
                "By Jane Q. Doe",
                "By Anna de la Cruz and Bob Ray, Reuters",
                "Published on 28 December 2023 at 10:15",
                "Updated: December 28, 2023, 10:15 AM (GMT)",
                "4 min read",
                "(Reporting by Jane Doe; Editing by John Roe)",
                "Advertisement",
                "Story continues below advertisement",
                "Read more: Paris expels two diplomats from Baku",
                "See also: Ten cities to visit",
                "© 2023 The Example Gazette. All rights reserved."
            })
    void shouldTakeAwayLinesThatAreNotTheArticle(String line) {
        assertThat(cleaner.clean("", TEXT + "\n\n" + line + "\n\n" + TEXT))
                .isEqualTo(new CleanedText("", TEXT + "\n\n" + TEXT, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PARIS, Dec 27 (Reuters) - France summoned the envoy.",
                "PARIS (Reuters) -",
                "By Wednesday, both states had expelled two diplomats.",
                "By expelling two diplomats, Paris answered in kind.",
                "by the end of the week the embassy was closed",
                "Subscribers to the treaty met in Geneva.",
                "The rest is for subscribers only, the minister joked about the secret annex.",
                "He said the remainder of the text was reserved for members of the council.",
                "The ministry asked citizens to share this article of the treaty with friends.",
                "They use cookies as a gift, the ambassador's cook said.",
                "Twitter and Facebook were blocked in Ankara on Friday.",
                "Read more books, the minister told pupils.",
                "Related charges were dropped on Tuesday.",
                "Advertisement of the tender was halted by Minsk.",
                "Posted to Baku in 2019, the envoy knew the city well.",
                "Updated sanctions lists were published on 28 December 2023 in Brussels.",
                "Moscow (c) 2023 was left out of the communique.",
                "Reporting by state media said that two were expelled.",
                "Continue reading the note, the minister told his aide, and then hand it over."
            })
    void shouldKeepSentencesOfTheArticle(String sentence) {
        assertThat(cleaner.clean("", sentence + "\n" + TEXT).body()).isEqualTo(sentence + "\n" + TEXT);
    }

    @Test
    void shouldKeepAByLineBelowTheHead() {
        String body = (TEXT + "\n").repeat(7) + "By Jane Doe\n" + TEXT;

        assertThat(cleaner.clean("", body).body()).isEqualTo(body);
    }

    @Test
    void shouldBringWhitespaceIntoOneForm() {
        String body = "\r\n \tOne\u00A0\u200B two\u00AD.  \r\rThree\u0000\u0007 four\u2028five\n\n\n\nsix\uFEFF ";

        assertThat(cleaner.clean(" A\n title ", body))
                .isEqualTo(new CleanedText("A title", "One two.\n\nThree four\nfive\n\nsix", false));
    }

    @Test
    void shouldComposeLettersAndReplaceBrokenOnes() {
        assertThat(cleaner.clean("", "Me\u0301xico \uD800!").body()).isEqualTo("M\u00e9xico \uFFFD!");
    }

    @Test
    void shouldLeaveNothingOfATextThatIsNothingButNotices() {
        assertThat(cleaner.clean("", "Share this article\nSubscribe to our newsletter")
                        .body())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Continue reading. ",
                "By A B C D E F ",
                "We use cookies ",
                "Share, Share, ",
                "aaaaaaaaaaaaaaaa",
                "\n\n\n \n",
                "Continue reading…\n",
                "By Jane Doe\nContinue reading\n",
                "e\u0301\u0327\u0323",
                "Published 1 1 1 1 1 "
            })
    void shouldTakeTimeInProportionToTheText(String hostile) {
        String body = hostile.repeat(1_000_000 / hostile.length());

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> cleaner.clean(hostile, body));
    }
}
