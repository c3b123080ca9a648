package io.demarche.kafka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.demarche.embedded.registry.RegistryProtocol;
import io.demarche.embedded.registry.SchemaCatalog;
import io.demarche.schemas.CompatibilityLevel;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client against real sockets: the registry's protocol behind the JDK's HTTP server. */
@Timeout(60)
class SchemaRegistryClientTest {
    private static final Schema SCHEMA =
            new Schema.Parser().parse("{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"]}");

    private final RegistryProtocol protocol = new RegistryProtocol(SchemaCatalog.inMemory());
    private final List<HttpServer> servers = new ArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> credentials = new CopyOnWriteArrayList<>();
    private final AtomicInteger outages = new AtomicInteger();
    private String url = "";

    @BeforeEach
    void startRegistry() throws IOException {
        HttpServer server = HttpServer.create(loopback(), 0);
        url = "http://127.0.0.1:" + serve(server).getAddress().getPort();
    }

    @AfterEach
    void stopRegistries() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void shouldAskForEachSchemaOnce() {
        SchemaRegistryClient client = client(Map.of());
        int id = client.register("s", SCHEMA);

        assertThat(client.register("s", SCHEMA)).isEqualTo(id);
        assertThat(client.schema(id)).isEqualTo(SCHEMA);
        assertThat(requests).containsExactly("POST /subjects/s/versions");
    }

    @Test
    void shouldAskForEachIdOnce() {
        int id = client(Map.of()).register("s", SCHEMA);
        requests.clear();
        SchemaRegistryClient reader = client(Map.of());

        assertThat(reader.schema(id)).isEqualTo(SCHEMA);
        assertThat(reader.schema(id)).isEqualTo(SCHEMA);
        assertThat(requests).containsExactly("GET /schemas/ids/1");
    }

    @Test
    void shouldFindTheLatestVersionOnce() {
        SchemaRegistryClient client = client(Map.of());
        client.register("s", SCHEMA);

        assertThat(client.latest("s")).isEqualTo(new RegisteredSchema("s", 1, 1, SCHEMA.toString()));
        assertThat(client.latest("s").version()).isEqualTo(1);
        assertThat(requests).containsExactly("POST /subjects/s/versions", "GET /subjects/s/versions/latest");
    }

    @Test
    void shouldReachASubjectWithOddCharacters() {
        client(Map.of()).register("a/b c+d%é", SCHEMA);

        assertThat(client(Map.of()).subjects()).containsExactly("a/b c+d%é");
        assertThat(client(Map.of()).id("a/b c+d%é", SCHEMA)).isEqualTo(1);
    }

    @Test
    void shouldTellWhatIsInTheWayOfASchema() {
        SchemaRegistryClient client = client(Map.of());
        client.register("s", SCHEMA);

        assertThat(client.violations("s", Schema.create(Schema.Type.INT)))
                .singleElement()
                .asString()
                .contains("TYPE_MISMATCH");
        client.setLevel("s", CompatibilityLevel.NONE);
        assertThat(client.violations("s", Schema.create(Schema.Type.INT))).isEmpty();
    }

    @Test
    void shouldWaitOutAnOutage() {
        outages.set(2);

        assertThat(client(Map.of()).register("s", SCHEMA)).isEqualTo(1);
        assertThat(requests).hasSize(3);
    }

    @Test
    void shouldTellAnOutageThatLasts() {
        outages.set(Integer.MAX_VALUE);

        assertThatThrownBy(() ->
                        client(Map.of("schema.registry.retry.total.ms", "150")).register("s", SCHEMA))
                .isInstanceOf(SchemaRegistryUnavailableException.class)
                .hasMessageContaining(url + " answered with HTTP status 503");
    }

    @Test
    void shouldGoOnWithTheNextUrlWhereNobodyListens() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        SchemaRegistryClient client =
                client(Map.of("schema.registry.url", "http://127.0.0.1:" + closed + ", " + url + "/"));

        assertThat(client.register("s", SCHEMA)).isEqualTo(1);
    }

    @Test
    void shouldTakeAMuteRegistryForAnOutage() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            SchemaRegistryClient client = client(Map.of(
                    "schema.registry.url", "http://127.0.0.1:" + mute.getLocalPort(),
                    "schema.registry.http.read.timeout.ms", "100",
                    "schema.registry.retry.total.ms", "0"));

            assertThatThrownBy(() -> client.schema(1))
                    .isInstanceOf(SchemaRegistryUnavailableException.class)
                    .hasMessageContaining("HttpTimeoutException");
        }
    }

    @Test
    void shouldStopWaitingWhenInterrupted() throws Exception {
        outages.set(Integer.MAX_VALUE);
        SchemaRegistryClient client = client(Map.of());
        List<Object> outcome = new CopyOnWriteArrayList<>();
        CountDownLatch started = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            started.countDown();
            try {
                client.schema(1);
            } catch (InterruptException e) {
                outcome.add(e);
                outcome.add(Thread.currentThread().isInterrupted());
            }
        });
        thread.start();
        started.await();
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(10));

        assertThat(outcome).hasSize(2).last().isEqualTo(true);
    }

    @Test
    void shouldTellThatTheRegistrySaysNo() {
        assertThatThrownBy(() -> client(Map.of()).schema(77))
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessageContaining("answered 40403 to GET /schemas/ids/77: Schema 77 not found")
                .extracting(thrown -> ((SchemaRegistryException) thrown).httpStatus())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "USER_INFO, basic.auth.user.info",
        "USER_INFO, schema.registry.basic.auth.user.info",
        "'', basic.auth.user.info"
    })
    void shouldSendTheCredentialsOfTheSetting(String source, String setting) {
        Map<String, String> config = new HashMap<>(Map.of(setting, "reader:s3cret"));
        if (!source.isEmpty()) {
            config.put("basic.auth.credentials.source", source);
        }

        client(config).subjects();

        assertThat(credentials).containsExactly("Basic cmVhZGVyOnMzY3JldA==");
    }

    @Test
    void shouldSendTheCredentialsOfTheUrl() {
        client(Map.of("schema.registry.url", url.replace("http://", "http://reader:s3cret@")))
                .subjects();

        assertThat(credentials).containsExactly("Basic cmVhZGVyOnMzY3JldA==");
    }

    @Test
    void shouldNeverShowAPassword() {
        outages.set(Integer.MAX_VALUE);
        Map<String, String> config = Map.of(
                "schema.registry.url",
                url.replace("http://", "http://reader:s3cret@"),
                "schema.registry.retry.total.ms",
                "0");

        assertThatThrownBy(() -> client(config).subjects()).hasMessageNotContainingAny("s3cret");
        assertThat(RegistrySettings.from(config).toString()).doesNotContain("s3cret");
    }

    @Test
    void shouldTellThatTheCredentialsWereRefused() throws IOException {
        String refusing = answering(401, "{\"error_code\":401,\"message\":\"Unauthorized\"}");

        assertThatThrownBy(() -> client(Map.of("schema.registry.url", refusing)).subjects())
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessageContaining("refused the credentials (HTTP status 401): check basic.auth.user.info");
    }

    @ParameterizedTest
    @CsvSource({"200, <html>Sign in</html>", "302, ''", "404, not here", "200, ''"})
    void shouldTellThatWhatAnswersIsNoRegistry(int status, String body) throws IOException {
        String other = answering(status, body);

        assertThatThrownBy(() -> client(Map.of("schema.registry.url", other)).latest("s"))
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessageContaining(other);
    }

    @Test
    void shouldSpeakTlsWithTheTrustStoreOfTheSettings(@TempDir Path directory) throws Exception {
        TestKeyStore store = TestKeyStore.create(directory);
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(store.context()));
        String secure = "https://127.0.0.1:" + serve(server).getAddress().getPort();

        SchemaRegistryClient trusting = client(Map.of(
                "schema.registry.url",
                secure,
                "schema.registry.ssl.truststore.location",
                store.path().toString(),
                "schema.registry.ssl.truststore.password",
                TestKeyStore.PASSWORD,
                "schema.registry.ssl.truststore.type",
                "PKCS12"));

        assertThat(trusting.register("s", SCHEMA)).isEqualTo(1);
        assertThatThrownBy(() -> client(Map.of("schema.registry.url", secure)).subjects())
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessageContaining("schema.registry.ssl.*");
    }

    @ParameterizedTest
    @CsvSource({
        "schema.registry.url, ''",
        "schema.registry.url, localhost:8081",
        "schema.registry.url, ftp://localhost",
        "schema.registry.url, 'mock://a,mock://b'",
        "schema.registry.url, 'http://a b'",
        "schema.registry.retry.total.ms, soon",
        "schema.registry.retry.total.ms, -1",
        "schema.registry.http.connect.timeout.ms, 0",
        "schema.registry.http.read.timeout.ms, 0",
        "basic.auth.credentials.source, SASL_INHERIT",
        "basic.auth.user.info, nocolon"
    })
    void shouldNameTheSettingThatIsWrong(String name, String value) {
        assertThatThrownBy(() -> client(Map.of(name, value)))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("setting " + name);
    }

    @ParameterizedTest
    @CsvSource({"schema.registry.ssl.truststore.location", "schema.registry.ssl.keystore.location"})
    void shouldNameTheStoreThatCannotBeOpened(String setting) {
        assertThatThrownBy(() -> client(Map.of("schema.registry.url", "https://127.0.0.1", setting, "/no/such.p12")))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContainingAll(setting, "/no/such.p12");
    }

    private SchemaRegistryClient client(Map<String, String> more) {
        Map<String, String> config = new HashMap<>(Map.of("schema.registry.url", url));
        config.putAll(more);
        return SchemaRegistryClient.from(config);
    }

    private HttpServer serve(HttpServer server) {
        server.createContext("/", exchange -> {
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
            credentials.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            RegistryAnswer answer = outages.getAndDecrement() > 0
                    ? new RegistryAnswer(503, "")
                    : protocol.exchange(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            body.isEmpty() ? null : body);
            send(exchange, answer.status(), answer.body());
        });
        return start(server);
    }

    private String answering(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(loopback(), 0);
        server.createContext("/", exchange -> send(exchange, status, body));
        return "http://127.0.0.1:" + start(server).getAddress().getPort();
    }

    private HttpServer start(HttpServer server) {
        servers.add(server);
        server.start();
        return server;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
