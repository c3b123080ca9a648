package io.demarche.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.demarche.schemas.DemarcheException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedRegistryTest {
    private static final String SCHEMA = """
            {"schema": "{\\"type\\":\\"record\\",\\"name\\":\\"Visit\\",\\"fields\\":[]}"}""";

    private EmbeddedRegistry registry;

    @BeforeEach
    void startRegistry() {
        registry = EmbeddedRegistry.start(EmbeddedRegistry.Settings.ephemeral());
    }

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    @Test
    void shouldListenOnLoopback() {
        assertThat(URI.create(registry.url()).getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void shouldRegisterASchema() throws Exception {
        var answer = RegistryCalls.post(registry, "/subjects/visits-value/versions?normalize=false", SCHEMA);

        assertThat(json(answer).path("id").intValue()).isEqualTo(1);
    }

    @Test
    void shouldAnswerWhileRequestsAreHalfSent() throws Exception {
        List<Socket> broken = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                Socket socket =
                        new Socket("127.0.0.1", URI.create(registry.url()).getPort());
                broken.add(socket);
                socket.getOutputStream().write("GET /subjects HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
            }

            assertThat(RegistryCalls.get(registry, "/subjects").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : broken) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/schemas/ids/1?fetchMaxId=false&subject=visits-value",
                "/schemas/ids/1",
                "/schemas/ids/1/schema",
                "/schemas/ids/1/versions",
                "/schemas/types",
                "/subjects?deleted=false",
                "/subjects/visits-value/versions",
                "/subjects/visits-value/versions/1",
                "/subjects/visits-value/versions/latest",
                "/subjects/visits-value/versions/latest/schema",
                "/config",
                "/config/visits-value?defaultToGlobal=true",
                "/mode",
                "/"
            })
    void shouldAnswerWhatClientsAsk(String path) throws Exception {
        RegistryCalls.post(registry, "/subjects/visits-value/versions", SCHEMA);

        assertThat(RegistryCalls.get(registry, path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/subjects/visits-value?normalize=false&deleted=false, version",
        "/compatibility/subjects/visits-value/versions/latest?verbose=true, is_compatible",
        "/compatibility/subjects/visits-value/versions?normalize=false, is_compatible"
    })
    void shouldAnswerWhatClientsAskAboutASchema(String path, String member) throws Exception {
        RegistryCalls.post(registry, "/subjects/visits-value/versions", SCHEMA);

        assertThat(json(RegistryCalls.post(registry, path, SCHEMA)).has(member)).isTrue();
    }

    @Test
    void shouldTakeASubjectWithASlash() throws Exception {
        RegistryCalls.post(registry, "/subjects/visits%2Fnotes/versions", SCHEMA);

        assertThat(RegistryCalls.get(registry, "/subjects").body()).isEqualTo("[\"visits/notes\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /nothing,                          404, 404",
        "GET,    /subjects/visits-value/nothing,    404, 404",
        "GET,    /subjects/visits-value/versions,   404, 40401",
        "GET,    /schemas/ids/7,                    404, 40403",
        "GET,    /config/visits-value,              404, 40408",
        "PATCH,  /subjects,                         405, 405",
        "DELETE, /schemas/types,                    405, 405"
    })
    void shouldRefuseInConfluentsForm(String method, String path, int status, int errorCode) throws Exception {
        var answer = RegistryCalls.send(RegistryCalls.request(registry, path).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("error_code").intValue()).isEqualTo(errorCode);
        assertThat(json(answer).path("message").textValue()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"schema\": ", "[]", "null", "\"text\"", "{\"schema\": 7}", "{}", "{\"schema\": \"{bad\"}"})
    void shouldRefuseABrokenBody(String body) throws Exception {
        var answer = RegistryCalls.post(registry, "/subjects/visits-value/versions", body);

        assertThat(answer.statusCode()).isIn(400, 422);
        assertThat(json(answer).path("error_code").isInt()).isTrue();
    }

    @Test
    void shouldRefuseADeeplyNestedBody() throws Exception {
        var answer = RegistryCalls.post(registry, "/subjects/visits-value/versions", "[".repeat(200_000));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void shouldRefuseABodyBeyondItsBound() throws Exception {
        String body = "{\"schema\": \"" + " ".repeat(RegistryHandler.MAX_BODY_BYTES) + "\"}";

        var answer = RegistryCalls.post(registry, "/subjects/visits-value/versions", body);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("error_code").intValue()).isEqualTo(413);
    }

    @Test
    void shouldRefuseAForm() throws Exception {
        var answer = RegistryCalls.send(RegistryCalls.request(registry, "/subjects/visits-value/versions")
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(SCHEMA)));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void shouldRefuseAClientThatTakesNoJson() throws Exception {
        var answer = RegistryCalls.send(RegistryCalls.request(registry, "/subjects")
                .header("Accept", "text/html")
                .GET());

        assertThat(answer.statusCode()).isEqualTo(406);
    }

    @Test
    void shouldNameTheTypeOfItsAnswers() throws Exception {
        assertThat(RegistryCalls.get(registry, "/subjects").headers().firstValue("Content-Type"))
                .contains("application/vnd.schemaregistry.v1+json");
    }

    @Test
    void shouldKeepAnsweringAfterARequestThatIsNoHttp() throws Exception {
        int port = URI.create(registry.url()).getPort();
        try (Socket socket = new Socket(Ports.loopback(), port);
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write("\u0000\u0001 not a request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            in.readAllBytes();
        }

        assertThat(RegistryCalls.get(registry, "/subjects").body()).isEqualTo("[]");
    }

    @Test
    void shouldForgetItsSchemasOnCloseWithoutATopic() throws Exception {
        RegistryCalls.post(registry, "/subjects/visits-value/versions", SCHEMA);
        registry.close();

        startRegistry();

        assertThat(RegistryCalls.get(registry, "/subjects").body()).isEqualTo("[]");
    }

    @Test
    void shouldNameThePortThatIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, Ports.loopback())) {
            EmbeddedRegistry.Settings settings =
                    EmbeddedRegistry.Settings.ephemeral().withPort(taken.getLocalPort());

            assertThatThrownBy(() -> EmbeddedRegistry.start(settings))
                    .isInstanceOf(DemarcheException.class)
                    .hasMessageContaining("registry port " + taken.getLocalPort() + " is in use on 127.0.0.1")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void shouldNameThePortThatIsOutOfRange() {
        assertThatThrownBy(() -> EmbeddedRegistry.Settings.ephemeral().withPort(70_000))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("registry port is 70000");
    }

    @Test
    void shouldNameTheSettingThatIsMissing() {
        assertThatThrownBy(() -> new EmbeddedRegistry.Settings(Optional.of(Map.of()), 0))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("bootstrap.servers");
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
