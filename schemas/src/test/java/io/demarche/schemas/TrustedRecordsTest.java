package io.demarche.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.Test;

class TrustedRecordsTest {
    @Test
    void shouldDeclareEveryGeneratedClassAndNoOther() throws IOException {
        List<String> generated;
        try (Stream<Path> files = Files.list(Path.of("src/main/avro"))) {
            generated = files.map(file -> file.getFileName().toString())
                    .map(name -> "io.demarche.avro." + name.replace(".avsc", ""))
                    .toList();
        }

        assertThat(generated).isNotEmpty();
        assertThat(TrustedRecords.classes())
                .extracting(type -> type.getName())
                .containsExactlyInAnyOrderElementsOf(generated);
    }

    @Test
    void shouldMakeAvroTrustThemAndKeepWhatItTrusted() {
        TrustedRecords.declare();

        assertThat(TrustedRecords.classes()).allMatch(ClassSecurityValidator.getGlobal()::isTrusted);
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(String.class)).isTrue();
    }

    @Test
    void shouldNotMakeAvroTrustAnythingElse() {
        TrustedRecords.declare();

        assertThatThrownBy(() -> ClassSecurityValidator.validate(ProcessBuilder.class))
                .isInstanceOf(SecurityException.class);
    }

    @Test
    void shouldChangeNothingWhenDeclaredAgain() {
        TrustedRecords.declare();
        ClassSecurityValidator.ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();

        TrustedRecords.declare();

        assertThat(ClassSecurityValidator.getGlobal()).isSameAs(before);
    }
}
