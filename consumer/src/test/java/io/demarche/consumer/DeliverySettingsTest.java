package io.demarche.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.consumer.alertmanager.AlertmanagerTimes;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliverySettingsTest {
    @TempDir
    private Path dir;

    private static final Map<String, String> GIVEN = Map.of(
            "demarche.webhook.secret.file", "a.secret, b.secret",
            "demarche.webhook.secret.file.desk", "desk.secret",
            "max.poll.records", "7");

    @Test
    void shouldHaveTheSecretsOfAllAndThoseOfOneSinkAlone() {
        DeliverySettings settings = DeliverySettings.of(GIVEN);

        assertThat(settings.secretFiles("webhook-1")).containsExactly(Path.of("a.secret"), Path.of("b.secret"));
        assertThat(settings.secretFiles("desk")).containsExactly(Path.of("desk.secret"));
    }

    @Test
    void shouldHaveDefaultsForAlertmanager() {
        DeliverySettings settings = DeliverySettings.of(Map.of());

        assertThat(settings.page()).isEmpty();
        assertThat(settings.alertmanagerTimes())
                .isEqualTo(new AlertmanagerTimes(Duration.ofMinutes(1), Duration.ofHours(1)));
    }

    @Test
    void shouldMapEveryPropertyOfAlertmanager() {
        DeliverySettings settings = DeliverySettings.of(Map.of(
                "demarche.page.url", "http://desk:8090",
                "demarche.alertmanager.resend.ms", "7",
                "demarche.alertmanager.hold.ms", "8"));

        assertThat(settings.page()).hasValue("http://desk:8090");
        assertThat(settings.alertmanagerTimes())
                .isEqualTo(new AlertmanagerTimes(Duration.ofMillis(7), Duration.ofMillis(8)));
    }

    @Test
    void shouldLeaveTheOthersToKafka() {
        assertThat(DeliverySettings.others(GIVEN)).containsOnly(Map.entry("max.poll.records", "7"));
        assertThat(DeliverySettings.others(Map.of(
                        "demarche.alertmanager.ssl.truststore.location", "a.p12",
                        "demarche.alertmanager.token.file.am", "token")))
                .isEmpty();
    }

    @Test
    void shouldKnowTheAlertmanagerOfOneSinkByAFileOfItsOwn() throws IOException {
        Path user = Files.writeString(dir.resolve("user"), "name:password");
        DeliverySettings settings = DeliverySettings.of(Map.of("demarche.alertmanager.user.file.am", user.toString()));

        assertThat(settings.credentials("am")).isPresent();
        assertThat(settings.credentials("other")).isEmpty();
        assertThat(settings.alertmanagerTls()).isEmpty();
    }

    @Test
    void shouldNotTakeAUserAndATokenAtOnce() {
        assertThatThrownBy(() -> DeliverySettings.of(Map.of(
                                "demarche.alertmanager.user.file", "user", "demarche.alertmanager.token.file", "token"))
                        .credentials("am"))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("not both");
    }

    @Test
    void shouldNameTheFileOfCredentialsThatIsNotThere() {
        assertThatThrownBy(() -> DeliverySettings.of(Map.of("demarche.alertmanager.token.file", "missing"))
                        .credentials("am"))
                .isInstanceOf(DemarcheException.class)
                .hasMessage("sink am: cannot read the credentials in missing");
    }

    @Test
    void shouldNameTheSettingWhereThereIsNoSecret() {
        assertThatThrownBy(() -> DeliverySettings.of(Map.of()).secretFiles("desk"))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("sink desk: webhooks are signed")
                .hasMessageContaining("demarche.webhook.secret.file=PATH");
    }
}
