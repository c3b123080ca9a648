package io.demarche.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryUsersTest {
    private final RegistryUsers users = RegistryUsers.of(Map.of("zoé", "pass:wörd"));

    @Test
    void shouldAdmitWhoSaysTheRightPassword() {
        assertThat(users.admit("Basic " + encoded("zoé:pass:wörd"))).isTrue();
        assertThat(users.admit("bAsIc " + encoded("zoé:pass:wörd"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoé:pass:word", "zoé:", "zoé", "", ":", "other:pass:wörd", "zoé:pass:wörd "})
    void shouldAdmitNobodyElse(String login) {
        assertThat(users.admit("Basic " + encoded(login))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic %%%", "Bearer abc"})
    void shouldAdmitNobodyWithABrokenHeader(String header) {
        assertThat(users.admit(header)).isFalse();
        assertThat(users.admit(null)).isFalse();
    }

    @Test
    void shouldAdmitEverybodyWhereNobodyIsNamed() {
        assertThat(RegistryUsers.everybody().admit(null)).isTrue();
        assertThat(RegistryUsers.everybody().admit("nonsense")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"a:b, x", "'', x", "a, ''"})
    void shouldRefuseUsersWhoCouldNeverComeIn(String user, String password) {
        assertThatThrownBy(() -> RegistryUsers.of(Map.of(user, password)))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("'" + user + "'");
    }

    @Test
    void shouldRefuseToLetNobodyIn() {
        assertThatThrownBy(() -> RegistryUsers.of(Map.of())).isInstanceOf(DemarcheException.class);
    }

    @Test
    void shouldShowNoPassword() {
        assertThat(EmbeddedRegistry.Settings.ephemeral().withUsers(users).toString())
                .contains("zoé")
                .doesNotContain("pass");
    }

    private static String encoded(String login) {
        return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}
