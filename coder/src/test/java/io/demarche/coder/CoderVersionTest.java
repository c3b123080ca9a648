package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.coder.lexicon.Lexicon;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two builds that may code otherwise must not name the same version. */
class CoderVersionTest {
    private static final String MENDING = "/io/demarche/text/entities.tsv";

    @Test
    void shouldCoverAllThatTheCoderReadsBesideItsLexicon() throws Exception {
        Path folder = Path.of(DiplomaticCoder.class
                .getResource("/io/demarche/coder/evidence/act-types.tsv")
                .toURI());

        assertThat(filesUnder(folder.getParent().getParent(), "/io/demarche/coder/"))
                .hasSizeGreaterThan(3)
                .filteredOn(file -> !file.contains("/lexicon/") && !file.contains("/codebook/"))
                .filteredOn(file -> !file.endsWith(".class"))
                .isSubsetOf(CoderVersion.RESOURCES);
    }

    @Test
    void shouldCoverAllTablesOfWhatIsMended() throws Exception {
        URI table = DiplomaticCoder.class.getResource(MENDING).toURI();

        assertThat(tablesBeside(table)).hasSize(4).isSubsetOf(CoderVersion.RESOURCES);
    }

    @Test
    void shouldTellTheRulesAloneFromTheWholeCoder() {
        Lexicon lexicon = Lexicon.load();

        assertThat(CoderVersion.of(lexicon))
                .matches("\\d+-" + lexicon.version() + "-[0-9a-f]{8}")
                .isNotEqualTo(CoderVersion.ofRules(lexicon));
    }

    private static List<String> filesUnder(Path folder, String name) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> name + folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    /** Another module's tables are in a folder or in a jar, as the build has it. */
    private static List<String> tablesBeside(URI table) throws Exception {
        if (!table.getScheme().equals("jar")) {
            return tablesIn(Path.of(table).getParent());
        }
        try (FileSystem jar = FileSystems.newFileSystem(table, Map.of())) {
            return tablesIn(jar.getPath(MENDING).getParent());
        }
    }

    private static List<String> tablesIn(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".tsv"))
                    .map(name -> MENDING.substring(0, MENDING.lastIndexOf('/') + 1) + name)
                    .toList();
        }
    }
}
