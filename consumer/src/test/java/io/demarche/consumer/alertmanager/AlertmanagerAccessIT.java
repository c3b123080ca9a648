package io.demarche.consumer.alertmanager;

import static io.demarche.consumer.sink.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.demarche.consumer.delivery.Outcome;
import io.demarche.consumer.post.Credentials;
import io.demarche.consumer.post.HttpPost;
import io.demarche.consumer.webhook.TakingServer;
import io.demarche.kafka.address.GuardedHosts;
import io.demarche.kafka.address.HostResolver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A genuine Alertmanager that asks for a password; skipped where it is not installed. */
@Timeout(90)
class AlertmanagerAccessIT {
    /** Of "open sesame". */
    private static final String HASH = "$2b$04$abcdefghijklmnopqrstuu/LVz6MZlItEy42I2juLihZ66HnQx/cy";

    @TempDir
    private Path dir;

    @Test
    void shouldBeToldByWhomItKnowsAndByNoOther() throws IOException {
        assumeTrue(
                GenuineAlertmanager.program().isPresent(),
                "no Alertmanager (Debian: prometheus-alertmanager): whether it lets us in is not tried");
        Path file = Files.writeString(dir.resolve("user"), "demarche:open barley\n");
        InstantSource clock = InstantSource.system();
        try (TakingServer people = TakingServer.start();
                GenuineAlertmanager genuine = GenuineAlertmanager.startAsking(
                        dir, URI.create("http://127.0.0.1:" + people.address().getPort()), "demarche", HASH);
                Alertmanager sink = new Alertmanager(
                        "am",
                        genuine.address(),
                        null,
                        new AlertmanagerTimes(Duration.ofMinutes(1), Duration.ofHours(1)),
                        new HttpPost(
                                new GuardedHosts(HostResolver.system(), true),
                                Duration.ofSeconds(15),
                                clock,
                                new Credentials(Credentials.Kind.USER, file),
                                null),
                        clock)) {
            assertThat(sink.deliver(alert("a", 1)))
                    .isEqualTo(new Outcome.Away("it answered 401: check the credentials", Optional.empty()));

            Files.writeString(file, "demarche:open sesame\n"); // mended while it runs

            assertThat(sink.deliver(alert("a", 1))).isEqualTo(new Outcome.Taken());
            await().atMost(Duration.ofSeconds(30)).until(() -> people.posts().size() == 1);
        }
    }
}
