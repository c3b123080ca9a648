package io.demarche.producer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {
    private static final String ONE =
            "The harbour council of Ostrava met on Tuesday to talk about the new lights along the northern pier.";
    private static final String TWO =
            "Its chair said that the old lamps, put up two generations ago, had failed on eleven nights this winter.";
    private static final String THREE =
            "Fishermen who had asked for them since spring were told that work would begin once the ice is gone.";
    private static final String PARAGRAPHS = "<p>" + ONE + "</p><p>" + TWO + "</p><p>" + THREE + "</p>";

    private final PageReader reader = new PageReader();

    private String text(String body) {
        return reader.read("<html><body>" + body + "</body></html>", null).text();
    }

    @Test
    void shouldReadTheParagraphsOfAnArticle() {
        assertThat(text("<div class='c-storyBody'>" + PARAGRAPHS + "</div>"))
                .isEqualTo(ONE + "\n\n" + TWO + "\n\n" + THREE);
    }

    @ParameterizedTest
    @CsvSource({
        "'<div class=\"comments-list\"><p>I never saw such dark nights as this winter in our whole street, honestly.</p></div>'",
        "'<nav><ul><li><a href=\"/a\">Weather and tides of the week</a></li></ul></nav>'",
        "'<aside><p>Our readers also liked the story of the two lighthouse keepers and their goat.</p></aside>'",
        "'<div class=\"related-stories\"><p>Ferry strike ends after a night of talks at the ministry of transport.</p></div>'",
        "'<div id=\"cookieBar\"><p>We use small files to remember you; go on to accept all of them, please.</p></div>'",
        "'<p hidden>Nobody sees what is written here until a button is pressed at the top.</p>'",
        "'<p style=\"display: none\">Nobody sees what is written here until a button is pressed at the top.</p>'",
        "'<ul><li><a href=\"/b\">Ferry strike ends after a night of talks</a></li><li><a href=\"/c\">New bridge opens</a></li></ul>'",
        "'<script>var secret = \"The harbour council of Ostrava is a variable of this script, nothing else.\";</script>'"
    })
    void shouldLeaveOutWhatStandsBesideTheArticle(String beside) {
        assertThat(text("<article>" + PARAGRAPHS + beside + "</article>"))
                .isEqualTo(ONE + "\n\n" + TWO + "\n\n" + THREE);
    }

    @Test
    void shouldKeepAPageWhoseLayoutIsNamedAfterItsSidebar() {
        assertThat(text("<div class='has-sidebar widget'>" + PARAGRAPHS + "</div>"))
                .contains(ONE, TWO, THREE);
    }

    @Test
    void shouldKeepAParagraphThatIsALink() {
        String linked = "<p><a href='/all'>" + TWO + "</a></p>";

        assertThat(text("<article><p>" + ONE + "</p>" + linked + "<p>" + THREE + "</p></article>"))
                .contains(TWO);
    }

    @Test
    void shouldReadAShortBodyOnceThatThePageHoldsTwice() {
        String body = "<div class='article-body'><p>" + ONE + "</p></div>";

        assertThat(text("<main>" + body + body + "</main>")).isEqualTo(ONE);
    }

    @Test
    void shouldGiveNoTextOfAConsentWall() {
        String wall =
                "<div><h2>Before you go on</h2><p>We and our 812 partners store and/or access information on a device,"
                        + " such as unique identifiers in cookies.</p><p>You may accept or manage your choices at any time; see our"
                        + " privacy policy for how we use legitimate interest.</p><button>Accept all</button></div>";

        assertThat(text(wall)).isEmpty();
    }

    @Test
    void shouldLeaveOutAConsentWallBeforeAnArticle() {
        String wall = "<p>We and our partners use cookies; by clicking you give your consent to personalised ads.</p>";

        assertThat(text("<main>" + wall + PARAGRAPHS + "</main>"))
                .startsWith(ONE)
                .doesNotContain("consent");
    }

    @Test
    void shouldKeepAnArticleOnDataProtection() {
        String law = "The court in Luxembourg held that a site may not take silence for consent when it sets cookies.";

        assertThat(text("<article><p>" + law + "</p>" + PARAGRAPHS + "</article>"))
                .contains(law);
    }

    @Test
    void shouldGiveNoTextOfACheckForRobots() {
        assertThat(
                        text(
                                "<div><h1>One moment</h1><p>Please enable JavaScript and cookies so that we see you are human.</p></div>"))
                .isEmpty();
    }

    @Test
    void shouldTakeTheWholeTextOfThePagesDataWhereThePageShowsLittle() {
        String data = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + ONE + "\\n"
                + TWO + "\\n" + THREE + "\"}</script>";

        assertThat(text(data + "<p>Read this in our application.</p>")).isEqualTo(ONE + "\n\n" + TWO + "\n\n" + THREE);
    }

    @Test
    void shouldNotTakeATextThatThePagesDataCutShort() {
        String data = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + ONE + " "
                + TWO + "\"}</script>";

        assertThat(text(data + "<article>" + PARAGRAPHS.repeat(1) + "<p>" + THREE.replace("spring", "autumn")
                        + "</p></article>"))
                .contains(THREE);
    }

    @Test
    void shouldLeaveOutWhatThePagesDataDoNotCountToTheArticle() {
        String data = "<script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"NewsArticle\"],\"articleBody\":\""
                + ONE + TWO + THREE + "\"}]}</script>";
        String trailer = "<p>Ask our desk for more.</p>";

        assertThat(text(data + "<article>" + PARAGRAPHS + trailer + "</article>"))
                .endsWith(THREE);
    }

    @Test
    void shouldEndInTimeOnAPageThatIsNestedWithoutEnd() {
        assertThat(text("<div>".repeat(20_000) + ONE)).isNotNull();
    }

    @Test
    void shouldReadWhatThePageSaysOfItsArticle() {
        Page page = reader.read(
                "<html lang='de-AT'><head><title>Neue Lampen - Hafenblatt</title>"
                        + "<meta property='og:title' content='Neue Lampen am Hafen'>"
                        + "<meta property='og:site_name' content='Hafenblatt'>"
                        + "<meta property='article:published_time' content='2024-03-05T23:30:00+01:00'>"
                        + "<link rel='canonical' href='/lampen'></head><body>" + PARAGRAPHS + "</body></html>",
                "https://www.hafenblatt.example/lampen?utm_source=feed");

        assertThat(page.title()).isEqualTo("Neue Lampen am Hafen");
        assertThat(page.publisher()).isEqualTo("Hafenblatt");
        assertThat(page.language()).contains("de");
        assertThat(page.url()).contains("https://www.hafenblatt.example/lampen");
        assertThat(page.published().map(date -> date.iso())).contains("2024-03-05T23:30+01:00");
    }

    @Test
    void shouldTakeTheSitesNameOffATitle() {
        Page page = reader.read(
                "<head><title>New lamps | The Pier</title><meta property='og:site_name' content='The Pier'></head><body></body>",
                null);

        assertThat(page.title()).isEqualTo("New lamps");
    }

    @Test
    void shouldNotBelieveACanonicalAddressOnAnotherHostOrOfTheFrontPage() {
        String from = "https://pier.example/lamps";

        assertThat(reader.read("<link rel=canonical href='https://evil.example/x'>", from)
                        .url())
                .contains(from);
        assertThat(reader.read("<link rel=canonical href='https://pier.example/'>", from)
                        .url())
                .contains(from);
    }

    @Test
    void shouldNameTheHostWhereThePageNamesNoPublisher() {
        assertThat(reader.read("<p>Text</p>", "https://www.pier.example/lamps").publisher())
                .isEqualTo("pier.example");
    }

    @Test
    void shouldTakeTheDayFromTheAddressWhereThePageStatesNone() {
        assertThat(reader.read("<p>Text</p>", "https://pier.example/2024/03/05/lamps")
                        .published()
                        .map(date -> date.iso()))
                .contains("2024-03-05");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,,Łódź und Genève",
        "windows-1251,,Совет порта собрался во вторник",
        "ISO-8859-2,iso-8859-2,Łódź i Kraków"
    })
    void shouldTellTheEncoding(String charset, String declared, String words) {
        byte[] bytes = ("<p>" + words + "</p>").getBytes(Charset.forName(charset));

        assertThat(PageCharset.decode(bytes, declared)).contains(words);
    }

    @Test
    void shouldBelieveSoundUtf8MoreThanWhatIsDeclared() {
        byte[] bytes = "<meta charset='iso-8859-1'><p>Genève</p>".getBytes(StandardCharsets.UTF_8);

        assertThat(PageCharset.decode(bytes, "iso-8859-1")).contains("Genève");
    }

    @Test
    void shouldReadAPageInUtf16WithAMark() {
        assertThat(PageCharset.decode("\ufeff<p>Genève</p>".getBytes(StandardCharsets.UTF_16LE), null))
                .isEqualTo("<p>Genève</p>");
    }
}
