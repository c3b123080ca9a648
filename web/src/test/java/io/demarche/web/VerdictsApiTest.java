package io.demarche.web;

import static io.demarche.archive.testing.Announced.event;
import static io.demarche.archive.testing.Announced.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.demarche.archive.testing.FilledArchive;
import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.EventType;
import io.demarche.avro.Verdict;
import io.demarche.schemas.Verdicts;
import io.demarche.web.verdicts.UnsentVerdictException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictsApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path dir;

    private final List<AnalystVerdict> sent = new ArrayList<>();
    private FilledArchive archive;
    private DeskServer desk;
    private boolean broken;

    @BeforeEach
    void start() {
        archive = new FilledArchive(dir.resolve("archive.db").toString());
        archive.add(List.of(event("e1", 1, "Santiago told two attachés to pack.", "To pack!")), List.of(), List.of());
        desk = DeskServer.start(new WebSettings("127.0.0.1", 0), archive.database(), verdict -> {
            if (broken) {
                throw new UnsentVerdictException("the verdict was not kept");
            }
            sent.add(verdict);
        });
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void shouldSendWhatAnAnalystSaysWithWhatTheActWasShownWith() throws Exception {
        HttpResponse<String> answer =
                judge("{\"eventId\":\"e1\",\"verdict\":\"WRONG\",\"note\":\" It was a drill. \"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(sent).singleElement().satisfies(verdict -> {
            assertThat(verdict.getVerdict()).isEqualTo(Verdict.WRONG);
            assertThat(verdict.getDyad()).isEqualTo("CHL-KEN");
            assertThat(verdict.getMentionIds()).hasSize(2);
            assertThat(verdict.getNote()).isEqualTo("It was a drill.");
            assertThat(verdict.getAnalyst()).isEqualTo("Ana");
            assertThat(verdict.getVerdictId()).isEqualTo(Verdicts.idOf(verdict));
        });
    }

    @Test
    void shouldSendCorrections() throws Exception {
        judge("{\"eventId\":\"e1\",\"verdict\":\"WRONG_SIDES\",\"correctedSource\":\"per\"}");
        judge("{\"eventId\":\"e1\",\"verdict\":\"WRONG_TYPE\",\"correctedType\":\"CONDEMNED\"}");
        judge("{\"eventId\":\"e1\",\"verdict\":\"WRONG_DATE\",\"correctedDate\":\"2031-03-01\"}");

        assertThat(sent)
                .extracting(Verdicts::corrected)
                .extracting(act -> act.source() + " " + act.target() + " " + act.type() + " " + act.date())
                .containsExactly(
                        "PER KEN DIPLOMATS_EXPELLED 2031-03-03",
                        "CHL KEN " + EventType.CONDEMNED + " 2031-03-03",
                        "CHL KEN DIPLOMATS_EXPELLED 2031-03-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'eventId':'e1','verdict':'PERHAPS'}",
                "400 | {'eventId':'e1','verdict':'WRONG_SIDES','correctedSource':'NATO'}",
                "400 | {'eventId':'e1','verdict':'WRONG_TYPE','correctedType':'DROP TABLE'}",
                "400 | {'eventId':'e1','verdict':'WRONG_DATE','correctedDate':'soon'}",
                "400 | {'eventId':'e1','verdict':'WRONG_DATE','correctedDate':'2031-03-03'}",
                "400 | no json",
                "404 | {'eventId':'nothing','verdict':'WRONG'}"
            },
            quoteCharacter = '`')
    void shouldRefuseWhatItCannotTake(int status, String body) throws Exception {
        HttpResponse<String> answer = judge(body.replace('\'', '"'));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(sent).isEmpty();
    }

    @Test
    void shouldRefuseToJudgeWithoutAName() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(desk.url() + VerdictsApi.VERDICTS))
                .POST(BodyPublishers.ofString("{\"eventId\":\"e1\",\"verdict\":\"WRONG\"}"))
                .build();

        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
        assertThat(sent).isEmpty();
    }

    @Test
    void shouldSayThatAVerdictWasNotKept() throws Exception {
        broken = true;

        HttpResponse<String> answer = judge("{\"eventId\":\"e1\",\"verdict\":\"WRONG\"}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("the verdict was not kept");
    }

    @Test
    void shouldShowVerdictsTheLatestFirst() throws Exception {
        archive.add(verdict("e1", Verdict.WRONG, 1));
        archive.add(verdict("e1", Verdict.TAKEN_BACK, 2));

        assertThat(json("/api/v1/verdicts?dyad=KEN-CHL").path("verdicts"))
                .extracting(verdict -> verdict.path("verdict").textValue())
                .containsExactly("TAKEN_BACK", "WRONG");
        assertThat(json("/api/v1/pairs/CHL-KEN").path("verdicts")).hasSize(2);
        assertThat(json("/api/v1/verdicts?dyad=AZE-FRA").path("verdicts")).isEmpty();
        assertThat(json("/api/v1/verdicts?limit=1").path("verdicts")).hasSize(1);
    }

    private HttpResponse<String> judge(String body) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(desk.url() + VerdictsApi.VERDICTS))
                        .header("X-Demarche-Name", "Ana")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return new ObjectMapper()
                .readTree(CLIENT.send(
                                HttpRequest.newBuilder(URI.create(desk.url() + path))
                                        .build(),
                                BodyHandlers.ofString())
                        .body());
    }
}
