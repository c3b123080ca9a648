package io.demarche.consumer.post;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.demarche.consumer.delivery.Outcome;
import io.demarche.kafka.address.GuardedHosts;
import io.demarche.kafka.address.HostResolver;
import io.demarche.kafka.tls.ClientTls;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate of its own making that asks for a token. */
class HttpPostTest {
    private static final String PASSWORD = "changeit";
    private static final String PREFIX = "demarche.alertmanager.";

    @TempDir
    private Path dir;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Path store;
    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        store = keys();
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        managers.init(keys, PASSWORD.toCharArray());
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            String shown = exchange.getRequestHeaders().getFirst("authorization");
            asked.add(String.valueOf(shown));
            exchange.sendResponseHeaders("Bearer abc".equals(shown) ? 200 : 403, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldShowTheTokenToAServerThatItTrusts() throws Exception {
        ClientTls trusting = ClientTls.of(
                PREFIX,
                "Alertmanager",
                Map.of(
                        PREFIX + "ssl.truststore.location",
                        store.toString(),
                        PREFIX + "ssl.truststore.password",
                        PASSWORD,
                        PREFIX + "ssl.truststore.type",
                        "PKCS12"));

        assertThat(send("abc", trusting)).isEqualTo(new Outcome.Taken());
        assertThat(send("other", trusting))
                .isInstanceOfSatisfying(
                        Outcome.Away.class,
                        away -> assertThat(away.reason()).isEqualTo("it answered 403: check the credentials"));
    }

    @Test
    void shouldShowNothingToAServerThatItDoesNotTrust() throws Exception {
        assertThat(send("abc", null)).isInstanceOf(Outcome.Away.class);

        assertThat(asked).isEmpty();
    }

    private Outcome send(String token, @Nullable ClientTls tls) throws Exception {
        Path file = Files.writeString(dir.resolve("token"), token);
        try (HttpPost post = new HttpPost(
                new GuardedHosts(HostResolver.system(), true),
                Duration.ofSeconds(15),
                InstantSource.system(),
                new Credentials(Credentials.Kind.TOKEN, file),
                tls)) {
            return post.send(
                    URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/"), Map.of(), new byte[] {1});
        }
    }

    /** A key with a certificate for 127.0.0.1, made by the JDK's own keytool; trusted by whoever has the store. */
    private Path keys() throws Exception {
        Path path = dir.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        (keytool + " -genkeypair -keystore " + path + " -storetype PKCS12 -storepass " + PASSWORD
                                        + " -alias a -keyalg EC -dname CN=127.0.0.1 -ext SAN=ip:127.0.0.1 -validity 2")
                                .split(" "))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return path;
    }
}
