package io.demarche.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void shouldFindTwoDifferentFreePorts() {
        Ports ports = Ports.choose(0, 0);

        assertThat(ports.client()).isPositive().isNotEqualTo(ports.controller());
    }

    @Test
    void shouldNameTheTakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, Ports.loopback())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.choose(port, 0))
                    .isInstanceOf(DemarcheException.class)
                    .hasMessageContaining("broker port " + port + " is in use on 127.0.0.1")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void shouldFindATakenPortAmongTheCauses() {
        assertThat(Ports.isTaken(new IllegalStateException(new BindException("Address already in use"))))
                .isTrue();
    }

    @Test
    void shouldNotTakeEveryFailureForATakenPort() {
        assertThat(Ports.isTaken(new IllegalStateException(new IOException("disk full"))))
                .isFalse();
    }
}
