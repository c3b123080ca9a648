package io.demarche.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path temp;

    private Path data;

    @BeforeEach
    void nameADirectory() {
        data = temp.resolve("broker");
    }

    @Test
    void shouldMakeADirectoryThatIsNotThere() {
        try (DataDirectory directory = open()) {
            assertThat(directory.log()).hasParentRaw(data).doesNotExist();
        }
    }

    @Test
    void shouldGiveANewDirectoryAnIdentity() {
        try (DataDirectory directory = open()) {
            directory.formatIfNew(config(directory));

            assertThat(directory.log().resolve("meta.properties")).content().contains("node.id=1");
        }
    }

    @Test
    void shouldNeverFormatTwice() throws IOException {
        format();
        String identity = identity();

        format();

        assertThat(identity()).isEqualTo(identity);
    }

    @Test
    void shouldFormatAfterAFormatThatWasCutShort() throws IOException {
        open().close();
        Files.createDirectories(data.resolve("log.new/__cluster_metadata-0"));

        format();

        assertThat(identity()).contains("cluster.id=");
    }

    @Test
    void shouldRefuseADirectoryThatThisProcessUses() {
        DataDirectory first = open();

        assertThatThrownBy(this::open)
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining(data + " is in use by another broker");
        first.close();
    }

    @Test
    void shouldTakeADirectoryThatWasLetGo() {
        open().close();

        assertThatCode(() -> open().close()).doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseADirectoryThatHoldsOtherFiles() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("letters.txt"), "not a broker's");

        assertThatThrownBy(this::open)
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining(data + " holds other files (letters.txt)");
    }

    @Test
    void shouldRefuseAFileInPlaceOfADirectory() throws IOException {
        Files.writeString(data, "a file");

        assertThatThrownBy(this::open)
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("cannot use broker data directory " + data);
    }

    @Test
    void shouldRefuseALogWithoutIdentity() throws IOException {
        format();
        Files.delete(data.resolve("log/meta.properties"));

        assertDamaged("meta.properties is missing");
    }

    @Test
    void shouldRefuseALogOfAnotherNode() throws IOException {
        format();
        Files.writeString(data.resolve("log/meta.properties"), identity().replace("node.id=1", "node.id=7"));

        assertDamaged("does not name node 1");
    }

    @Test
    void shouldRefuseAnIdentityThatCannotBeRead() throws IOException {
        format();
        Files.writeString(data.resolve("log/meta.properties"), "version=1\nnode.id=1\ncluster.id=\\u00zz\n");

        assertDamaged("cannot be read");
    }

    @Test
    void shouldRefuseTopicsWithoutTheirMetadata() throws IOException {
        format();
        Files.createDirectories(data.resolve("log/raw-articles-0"));

        assertDamaged("__cluster_metadata-0 is missing");
    }

    @Test
    void shouldLetGoOfADirectoryThatItRefused() throws IOException {
        format();
        String identity = identity();
        Files.delete(data.resolve("log/meta.properties"));
        assertDamaged("meta.properties is missing");

        Files.writeString(data.resolve("log/meta.properties"), identity);

        assertThatCode(() -> open().close()).doesNotThrowAnyException();
    }

    @Test
    void shouldDeleteATemporaryDirectory() {
        DataDirectory directory = DataDirectory.open(Optional.empty());
        directory.formatIfNew(config(directory));
        Path path = directory.log().getParent();

        directory.close();

        assertThat(path).doesNotExist();
    }

    private DataDirectory open() {
        return DataDirectory.open(Optional.of(data));
    }

    private void format() {
        try (DataDirectory directory = open()) {
            directory.formatIfNew(config(directory));
        }
    }

    private void assertDamaged(String what) {
        assertThatThrownBy(this::open)
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("broker data directory " + data + " is damaged: ")
                .hasMessageContaining(what)
                .hasMessageNotContaining("\n");
    }

    private String identity() throws IOException {
        return Files.readString(data.resolve("log/meta.properties"));
    }

    private static Map<String, String> config(DataDirectory directory) {
        return BrokerConfig.of(directory.log(), new Ports(9092, 9093));
    }
}
