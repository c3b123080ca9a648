package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class FullDiskIT {
    @TempDir
    private Path dir;

    @Test
    void shouldSayInOneLineThatTheDemosBrokerCannotWriteAndLeaveNothingBehind() throws Exception {
        Path temporary = Files.createDirectory(dir.resolve("tmp"));
        try (DemoProcess demo = DemoProcess.startOnFullDisk(dir.resolve("printed"), 100, temporary, "demo")) {
            assertThat(demo.end()).isEqualTo(1);

            assertThat(demo.printed().lines())
                    .singleElement()
                    .asString()
                    .startsWith("demarche: the broker cannot write any more: make room on the disk of " + temporary);
            assertThat(temporary).isEmptyDirectory();
        }
    }
}
