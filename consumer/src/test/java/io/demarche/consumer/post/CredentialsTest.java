package io.demarche.consumer.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.consumer.post.Credentials.Kind;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
    @TempDir
    private Path dir;

    @Test
    void shouldSendAUserAndAPasswordAsHttpDoes() throws IOException {
        assertThat(new Credentials(Kind.USER, file("desk:a:b\n")).authorization())
                .isEqualTo("Basic ZGVzazphOmI=");
    }

    @Test
    void shouldSendAToken() throws IOException {
        assertThat(new Credentials(Kind.TOKEN, file("abc.def\n")).authorization())
                .isEqualTo("Bearer abc.def");
    }

    @Test
    void shouldFollowTheFile() throws IOException {
        Credentials credentials = new Credentials(Kind.TOKEN, file("first"));

        file("second");
        assertThat(credentials.authorization()).isEqualTo("Bearer second");
        file("");
        assertThat(credentials.authorization()).isEqualTo("Bearer second");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USER | hidden",
                "USER | :hidden",
                "USER | hidden:",
                "USER | 'a:hidden\nb:hidden'",
                "TOKEN | 'two hidden'",
                "TOKEN | ''"
            })
    void shouldNameTheFileThatHoldsSomethingElseAndShowNothingOfIt(Kind kind, String text) throws IOException {
        Path file = file(text.replace("\\n", "\n"));

        assertThatThrownBy(() -> new Credentials(kind, file))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith(file + ": write one line, ")
                .hasMessageNotContaining("hidden");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(dir.resolve("credentials"), text);
    }
}
