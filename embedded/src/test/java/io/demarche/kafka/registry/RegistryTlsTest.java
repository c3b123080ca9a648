package io.demarche.kafka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.demarche.embedded.registry.RegistryProtocol;
import io.demarche.embedded.registry.SchemaCatalog;
import io.demarche.schemas.DemarcheException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A registry that shows a certificate and asks for one. */
@Timeout(60)
class RegistryTlsTest {
    private static final Schema SCHEMA =
            new Schema.Parser().parse("{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"]}");

    @TempDir
    private static Path directory;

    private static TestKeyStore keys;

    private final RegistryProtocol protocol = new RegistryProtocol(SchemaCatalog.inMemory());
    private HttpsServer server;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = TestKeyStore.create(Files.createTempDirectory(directory, "keys"));
    }

    @BeforeEach
    void startRegistry() throws Exception {
        SSLContext context = keys.context();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters demanding = context.getDefaultSSLParameters();
                demanding.setNeedClientAuth(true);
                parameters.setSSLParameters(demanding);
            }
        });
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = protocol.exchange(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            body.isEmpty() ? null : body)
                    .body()
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopRegistry() {
        server.stop(0);
    }

    @Test
    void shouldTakeStoresOfPemText() throws Exception {
        Path trusted = Files.writeString(directory.resolve("ca.pem"), keys.certificate());
        Path own = Files.writeString(directory.resolve("own.pem"), keys.key() + keys.certificate());

        SchemaRegistryClient client = client(Map.of(
                "schema.registry.ssl.truststore.type",
                "PEM",
                "schema.registry.ssl.truststore.location",
                trusted.toString(),
                "schema.registry.ssl.keystore.type",
                "PEM",
                "schema.registry.ssl.keystore.location",
                own.toString()));

        assertThat(client.register("s", SCHEMA)).isEqualTo(1);
    }

    @Test
    void shouldTakePemTextInTheSettings() throws Exception {
        SchemaRegistryClient client = client(Map.of(
                "schema.registry.ssl.truststore.type", "PEM",
                "schema.registry.ssl.truststore.certificates", keys.certificate(),
                "schema.registry.ssl.keystore.type", "PEM",
                "schema.registry.ssl.keystore.key", keys.key(),
                "schema.registry.ssl.keystore.certificate.chain", keys.certificate()));

        assertThat(client.register("s", SCHEMA)).isEqualTo(1);
    }

    @Test
    void shouldTakeStoresOfPkcs12() {
        SchemaRegistryClient client = client(Map.of(
                "schema.registry.ssl.truststore.type",
                "PKCS12",
                "schema.registry.ssl.truststore.location",
                keys.path().toString(),
                "schema.registry.ssl.truststore.password",
                TestKeyStore.PASSWORD,
                "schema.registry.ssl.keystore.type",
                "PKCS12",
                "schema.registry.ssl.keystore.location",
                keys.path().toString(),
                "schema.registry.ssl.keystore.password",
                TestKeyStore.PASSWORD,
                "schema.registry.ssl.key.password",
                TestKeyStore.PASSWORD));

        assertThat(client.register("s", SCHEMA)).isEqualTo(1);
    }

    @Test
    void shouldNotGetInWithoutACertificate() throws Exception {
        SchemaRegistryClient client = client(Map.of(
                "schema.registry.ssl.truststore.type", "PEM",
                "schema.registry.ssl.truststore.certificates", keys.certificate(),
                "schema.registry.retry.total.ms", "0"));

        assertThatThrownBy(() -> client.register("s", SCHEMA)).isInstanceOf(DemarcheException.class);
    }

    @Test
    void shouldNameTheStoreWithAWrongPassword() {
        assertThatThrownBy(() -> client(Map.of(
                        "schema.registry.ssl.truststore.type", "PKCS12",
                        "schema.registry.ssl.truststore.location", keys.path().toString(),
                        "schema.registry.ssl.truststore.password", "s3cret")))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("setting schema.registry.ssl.truststore.location, or the type or password")
                .hasMessageContaining(keys.path().toString())
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void shouldAlwaysCheckTheHost() {
        assertThatThrownBy(() -> client(Map.of("schema.registry.ssl.endpoint.identification.algorithm", "")))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("setting schema.registry.ssl.endpoint.identification.algorithm");
    }

    private SchemaRegistryClient client(Map<String, String> tls) {
        Map<String, String> config = new HashMap<>(tls);
        config.put(
                "schema.registry.url",
                "https://127.0.0.1:" + server.getAddress().getPort());
        return SchemaRegistryClient.from(config);
    }
}
