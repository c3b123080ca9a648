package io.demarche.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerSettingsTest {

    @Test
    void shouldTakeAnyFreePortsAndATemporaryDirectoryByDefault() {
        assertThat(EmbeddedBroker.Settings.ephemeral()).isEqualTo(new EmbeddedBroker.Settings(Optional.empty(), 0, 0));
    }

    @Test
    void shouldKeepItsDirectoryWhenGivenAPort() {
        Path directory = Path.of("data");

        assertThat(EmbeddedBroker.Settings.on(directory).withPort(9092))
                .isEqualTo(new EmbeddedBroker.Settings(Optional.of(directory), 9092, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void shouldNameThePortThatIsOutOfRange(int port) {
        assertThatThrownBy(() -> EmbeddedBroker.Settings.ephemeral().withPort(port))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("broker port is " + port);
    }

    @Test
    void shouldRefuseOnePortForBoth() {
        assertThatThrownBy(() -> new EmbeddedBroker.Settings(Optional.empty(), 9092, 9092))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("both 9092");
    }
}
