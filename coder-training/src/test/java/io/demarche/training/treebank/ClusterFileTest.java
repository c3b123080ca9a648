package io.demarche.training.treebank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterFileTest {
    @TempDir
    private Path directory;

    @Test
    void shouldPutAOneBeforeThePath() throws IOException {
        // given
        Path file = directory.resolve("clusters.tsv");
        ClusterFile.write(file, new TreeMap<>(Map.of("envoy", "0011", "isle", "")));

        // then
        assertThat(ClusterFile.read(file)).containsExactly(entry("envoy", 0b10011), entry("isle", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"envoy", "envoy\t012", "\t01", "envoy\t0\t1", "envoy\t0000000000000000000000000000000"})
    void shouldNameTheLineThatMakesNoSense(String line) throws IOException {
        Path file = Files.writeString(directory.resolve("clusters.tsv"), "a\t1\n" + line + "\n");

        assertThatThrownBy(() -> ClusterFile.read(file))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith(file + ", line 2: ");
    }
}
