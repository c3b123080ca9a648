package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.coder.codebook.Codebook;
import org.junit.jupiter.api.Test;

class CodebookCommandTest {
    @Test
    void shouldPrintThePageAndNothingElse() {
        // when
        CommandRun run = CommandRun.of("codebook");

        // then
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(Codebook.markdown());
    }
}
