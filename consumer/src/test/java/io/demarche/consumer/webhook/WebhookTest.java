package io.demarche.consumer.webhook;

import static io.demarche.consumer.sink.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.demarche.consumer.delivery.Outcome;
import io.demarche.consumer.sink.AlertFormat;
import io.demarche.kafka.address.GuardedHosts;
import io.demarche.kafka.address.HostResolver;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.json.RecordJson;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebhookTest {
    private static final String OLD = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
    private static final String NEW = "whsec_ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4";
    private static final GuardedHosts ANYWHERE = new GuardedHosts(HostResolver.system(), true);

    private final TakingServer server = TakingServer.start();

    @TempDir
    private Path dir;

    private Path secrets;

    @BeforeEach
    void write() throws IOException {
        secrets = Files.writeString(dir.resolve("secret"), "# since March\n" + OLD + "\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldSignSoThatTheReferenceVerifierAccepts() {
        assertThat(deliver(InstantSource.system())).isEqualTo(new Outcome.Taken());

        TakingServer.Post post = server.posts().get(0);
        assertThat(post.header("webhook-id")).isEqualTo("a-1");
        assertThat(post.header("content-type")).isEqualTo("application/json");
        assertThat(post.body()).isEqualTo(RecordJson.write(alert("a", 1)));
        assertThatCode(() -> verify(OLD, post.body(), post)).doesNotThrowAnyException();
    }

    @Test
    void shouldBeRefusedByTheReferenceVerifierWhereTheBodyWasChanged() {
        deliver(InstantSource.system());

        TakingServer.Post post = server.posts().get(0);
        String changed = post.body().replace("RETALIATION", "RUPTURE");
        assertThat(changed).isNotEqualTo(post.body());
        assertThatThrownBy(() -> verify(OLD, changed, post)).isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void shouldBeRefusedByTheReferenceVerifierWhereItIsOld() {
        InstantSource slow = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(-6));
        deliver(slow);

        TakingServer.Post post = server.posts().get(0);
        assertThatThrownBy(() -> verify(OLD, post.body(), post)).isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void shouldSignWithEachSecretAsTheFileHasThemNow() throws IOException {
        try (Webhook webhook = webhook(AlertFormat.JSON, InstantSource.system())) {
            webhook.deliver(alert("a", 1));
            Files.writeString(secrets, OLD + "\n" + NEW + "\n");
            webhook.deliver(alert("a", 1));
        }

        TakingServer.Post before = server.posts().get(0);
        TakingServer.Post after = server.posts().get(1);
        assertThatThrownBy(() -> verify(NEW, before.body(), before)).isInstanceOf(WebhookVerificationException.class);
        assertThatCode(() -> verify(OLD, after.body(), after)).doesNotThrowAnyException();
        assertThatCode(() -> verify(NEW, after.body(), after)).doesNotThrowAnyException();
        assertThat(after.header("webhook-id")).isEqualTo(before.header("webhook-id"));
    }

    @Test
    void shouldKeepTheSecretsThatItKnowsWhereTheFileIsWrong() throws IOException {
        try (Webhook webhook = webhook(AlertFormat.JSON, InstantSource.system())) {
            Files.writeString(secrets, "half a line");
            webhook.deliver(alert("a", 1));
        }

        TakingServer.Post post = server.posts().get(0);
        assertThatCode(() -> verify(OLD, post.body(), post)).doesNotThrowAnyException();
    }

    @Test
    void shouldSendTheTraceContextThatTheAlertCameWith() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        try (Webhook webhook = webhook(AlertFormat.JSON, InstantSource.system())) {
            webhook.deliver(alert("a", 1), trace);
            webhook.deliver(alert("a", 2), null);
        }

        assertThat(server.posts())
                .extracting(post -> post.header("traceparent"))
                .containsExactly(trace, "");
    }

    @Test
    void shouldSendACloudEventWithTheSameId() {
        try (Webhook webhook = webhook(AlertFormat.CLOUDEVENTS, InstantSource.system())) {
            webhook.deliver(alert("a", 2));
        }

        TakingServer.Post post = server.posts().get(0);
        assertThat(post.header("content-type")).startsWith("application/cloudevents+json");
        assertThat(post.body()).startsWith("{\"specversion\":\"1.0\",\"id\":\"a-2\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 413, 500})
    void shouldTellOfARefusal(int status) {
        server.answering(status);

        assertThat(deliver(InstantSource.system())).isEqualTo(new Outcome.Failed("it answered " + status));
    }

    @Test
    void shouldFollowNoRedirect() {
        server.answering(307, "Location", server.address() + "&again");

        assertThat(deliver(InstantSource.system()))
                .isEqualTo(new Outcome.Failed("it answered 307, a redirect, which is not followed"));
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void shouldTellOfAReceiverThatIsGone() {
        server.answering(410);

        assertThat(deliver(InstantSource.system())).isEqualTo(new Outcome.Gone("it answered 410 Gone"));
    }

    @Test
    void shouldTellOfAReceiverThatDoesNotListen() {
        server.close();

        assertThat(deliver(InstantSource.system())).isInstanceOf(Outcome.Away.class);
    }

    @Test
    void shouldEndADeliveryUnderWayWhenAsked() throws Exception {
        server.answering(exchange -> new CountDownLatch(1).await());
        try (Webhook webhook = webhook(AlertFormat.JSON, InstantSource.system())) {
            Thread ending = new Thread(() -> {
                while (server.posts().isEmpty()) {
                    Thread.onSpinWait();
                }
                webhook.abort();
            });
            ending.start();

            assertThat(webhook.deliver(alert("a", 1))).isEqualTo(new Outcome.Away("ended by us", Optional.empty()));
            ending.join();
        }
    }

    @Test
    void shouldNotLeadIntoAPrivateNetworkUnlessAllowedAndShowNoAddress() {
        GuardedHosts guarded = new GuardedHosts(HostResolver.system(), false);

        assertThatThrownBy(() -> Webhook.at(
                        "desk", server.address(), AlertFormat.JSON, List.of(secrets), guarded, InstantSource.system()))
                .isInstanceOf(DemarcheException.class)
                .hasMessage("sink desk: leads into a private network (127.0.0.1; --allow-private lets it)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# none\n", "whsec_c2hvcnQ=\n", "whsec_!\n"})
    void shouldNameTheFileWithoutASecretAndNotShowWhatIsInIt(String content) throws IOException {
        Files.writeString(secrets, content);

        assertThatThrownBy(() -> webhook(AlertFormat.JSON, InstantSource.system()))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("sink desk: ")
                .hasMessageContaining(secrets.toString())
                .hasMessageNotContaining("c2hvcnQ");
    }

    private Outcome deliver(InstantSource clock) {
        try (Webhook webhook = webhook(AlertFormat.JSON, clock)) {
            return webhook.deliver(alert("a", 1));
        }
    }

    private Webhook webhook(AlertFormat format, InstantSource clock) {
        URI address = server.address();
        return Webhook.at("desk", address, format, List.of(secrets), ANYWHERE, clock);
    }

    private static void verify(String secret, String body, TakingServer.Post post) throws Exception {
        new com.standardwebhooks.Webhook(secret).verify(body, post.headers());
    }
}
