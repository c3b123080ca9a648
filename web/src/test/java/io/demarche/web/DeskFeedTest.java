package io.demarche.web;

import static io.demarche.archive.testing.Announced.alert;
import static io.demarche.archive.testing.Announced.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.demarche.archive.testing.FilledArchive;
import io.demarche.avro.AlertStatus;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class DeskFeedTest {
    private static final String ALERTS = "/api/v1/feeds/alerts";
    private static final String ACTS = "/api/v1/feeds/pairs/ken-chl";

    @TempDir
    private static Path dir;

    private static DeskServer desk;

    @BeforeAll
    static void start() {
        FilledArchive archive = new FilledArchive(dir.resolve("archive.db").toString());
        archive.add(
                List.of(event("e1", 1, "Santiago told two attachés to pack, <b>at once</b> & \u0001for good.")),
                List.of(),
                List.of(
                        alert("a1", 1, AlertStatus.FIRING, "e1"),
                        alert("a1", 2, AlertStatus.UPDATED, "e1"),
                        alert("gone", 1, AlertStatus.RETRACTED, "e1")));
        desk = DeskServer.start(new WebSettings("127.0.0.1", 0), archive.database());
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void shouldHoldEachAlertOnceAsItStands() throws Exception {
        SyndFeed feed = new SyndFeedInput().build(new StringReader(get(ALERTS).body()));

        assertThat(feed.getEntries())
                .extracting(SyndEntry::getUri)
                .containsExactlyInAnyOrder("urn:demarche:alert:a1", "urn:demarche:alert:gone");
        assertThat(feed.getEntries())
                .filteredOn(entry -> entry.getUri().endsWith("gone"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getTitle()).contains(" (retracted) Chile – Kenya: "));
    }

    @Test
    void shouldHoldTheActsOfAPairWithTheirQuotesAndNoMarkupOfTheirs() throws Exception {
        SyndFeed feed = new SyndFeedInput().build(new StringReader(get(ACTS).body()));

        SyndEntry act = feed.getEntries().get(0);
        assertThat(act.getUri()).isEqualTo("urn:demarche:event:e1");
        assertThat(act.getLink()).isEqualTo(desk.url() + "/pair/CHL-KEN");
        assertThat(act.getContents().get(0).getValue())
                .contains("attachés to pack, &lt;b&gt;at once&lt;/b&gt; &amp;  for good.");
    }

    @ParameterizedTest
    @ValueSource(strings = {ALERTS, ALERTS + "?minLevel=TENSE", ACTS, "/api/v1/feeds/pairs/AZE-FRA"})
    void shouldHaveWhatTheStandardAsksOfAFeed(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.headers().firstValue("content-type")).hasValue("application/atom+xml; charset=utf-8");
        assertThat(AtomRules.faults(parsed(answer.body()).getDocumentElement())).isEmpty();
    }

    @Test
    void shouldFindWhatTheStandardForbids() throws Exception {
        String broken = get(ALERTS)
                .body()
                .replaceFirst("<updated>[^<]*</updated>", "<updated>yesterday</updated><mood>calm</mood>")
                .replaceFirst("<name>[^<]*</name>", "")
                .replaceFirst(" href=\"[^\"]*\"", "");

        assertThat(AtomRules.faults(parsed(broken).getDocumentElement()))
                .contains(
                        "updated is no date: yesterday",
                        "feed may not hold mood",
                        "author has name 0 times",
                        "link lacks href");
    }

    @Test
    void shouldNameTheParameterThatIsWrong() {
        assertThat(get(ALERTS + "?minLevel=LOUD").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/feeds/pairs/nowhere").statusCode()).isEqualTo(400);
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> get(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(desk.url() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
