package io.demarche.embedded;

import io.demarche.embedded.registry.RegistryContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryContractIT {
    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(EmbeddedBroker.Settings.ephemeral());
        registry = EmbeddedRegistry.start(EmbeddedRegistry.Settings.on(broker.bootstrapServers()));
    }

    @AfterEach
    void close() {
        registry.close();
        broker.close();
    }

    @Test
    void shouldAnswerAsTheGenuineServerOverHttp() throws Exception {
        RegistryContract.verify(RegistryContract.overHttp(registry.url()));
    }
}
