package io.demarche.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaLoggersTest {
    private static final String SERVER = "org.slf4j.simpleLogger.log.kafka";

    @AfterEach
    void forgetTheLevels() {
        KafkaLoggers.levels().keySet().forEach(name -> System.clearProperty("org.slf4j.simpleLogger.log." + name));
    }

    @Test
    void shouldKeepTheServerQuiet() {
        KafkaLoggers.quietSimpleLogger();

        assertThat(System.getProperty(SERVER)).isEqualTo("warn");
    }

    @Test
    void shouldLeaveALevelThatSomebodyChose() {
        System.setProperty(SERVER, "debug");

        KafkaLoggers.quietSimpleLogger();

        assertThat(System.getProperty(SERVER)).isEqualTo("debug");
    }
}
