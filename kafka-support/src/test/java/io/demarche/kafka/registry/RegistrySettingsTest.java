package io.demarche.kafka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {
    @Test
    void shouldHaveDefaults() {
        assertThat(RegistrySettings.from(Map.of("schema.registry.url", "http://registry:8081")))
                .isEqualTo(new RegistrySettings(
                        List.of(URI.create("http://registry:8081")),
                        Optional.empty(),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(1),
                        Map.of()));
    }

    @Test
    void shouldMapEveryProperty() {
        assertThat(RegistrySettings.from(Map.of(
                        "schema.registry.url", "https://one, https://two/",
                        "basic.auth.credentials.source", "USER_INFO",
                        "basic.auth.user.info", "me:secret",
                        "schema.registry.http.connect.timeout.ms", "1",
                        "schema.registry.http.read.timeout.ms", 2,
                        "schema.registry.retry.total.ms", 3L,
                        "schema.registry.ssl.truststore.type", "PEM")))
                .isEqualTo(new RegistrySettings(
                        List.of(URI.create("https://one"), URI.create("https://two")),
                        Optional.of("me:secret"),
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        Duration.ofMillis(3),
                        Map.of("schema.registry.ssl.truststore.type", "PEM")));
    }

    @Test
    void shouldTakeWhatKafkasOwnClassesHandOn() {
        RegistrySettings settings = RegistrySettings.from(Map.of(
                "schema.registry.url",
                List.of("http://one", "http://two"),
                "schema.registry.basic.auth.user.info",
                new Password("me:secret")));

        assertThat(settings.urls()).hasSize(2);
        assertThat(settings.userInfo()).contains("me:secret");
    }

    @Test
    void shouldSayWhichSettingIsMissing() {
        assertThatThrownBy(() -> RegistrySettings.from(Map.of()))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("setting schema.registry.url is missing: ")
                .hasMessageContaining("http://host:port");
        assertThatThrownBy(() -> RegistrySettings.from(
                        Map.of("schema.registry.url", "http://one", "basic.auth.credentials.source", "USER_INFO")))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("setting basic.auth.user.info is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://me:hush@", "ftp://me:hush@one", "http://me:hush@hush@one", "http://me:hush%@one",
                "http://me:hush hush@one", "http://me:hush@one,mock://two", "me:hush@one", "http://me:hush/hush@one",
                "http://me:hush,hush@one"
            })
    void shouldNeverShowAPassword(String url) {
        assertThatThrownBy(() -> RegistrySettings.from(Map.of("schema.registry.url", url)))
                .isInstanceOf(DemarcheException.class)
                .satisfies(error -> assertThat(Throwables.getStackTrace(error)).doesNotContain("hush"));
    }

    @Test
    void shouldSayWhereNoRegistryInProcessIsToBeHad() {
        assertThatThrownBy(() -> SchemaRegistryClient.from(Map.of("schema.registry.url", "mock://here")))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("mock://here needs the embedded registry");
    }
}
