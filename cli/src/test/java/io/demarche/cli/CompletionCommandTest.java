package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionCommandTest {
    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource({"codeb, codebook", "code --exp, --explain", "topics cre, create", "replay --sha, --shadow"})
    void shouldCompleteCommandsAndOptionsInBash(String typed, String completed)
            throws IOException, InterruptedException {
        Path script = Files.writeString(
                dir.resolve("demarche.bash"),
                CommandRun.of("completion", "bash").out());
        List<String> words = List.of(("demarche " + typed).split(" "));

        assertThat(bash("source " + script + "; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                        + (words.size() - 1) + "; _complete_demarche; echo \"${COMPREPLY[*]}\""))
                .isEqualTo(completed + "\n");
    }

    @Test
    void shouldPrintAScriptThatZshReadsAsWell() {
        assertThat(CommandRun.of("completion", "zsh").out())
                .isEqualTo(CommandRun.of("completion", "bash").out())
                .contains("bashcompinit");
    }

    @Test
    void shouldTellFishOfCommandsAndOptionsWithTheirMeaning() {
        assertThat(CommandRun.of("completion", "fish").out().lines())
                .allMatch(line -> line.matches("complete -c demarche -n '[^']+' .+ -d '.+'"))
                .contains(
                        "complete -c demarche -n '__fish_use_subcommand' -f -a redrive -d '"
                                + "Send dead letters back to the topics in which they failed, counted in a header'",
                        "complete -c demarche -n '__fish_seen_subcommand_from topics; and not"
                                + " __fish_seen_subcommand_from check create describe' -f -a create -d '"
                                + "Create the topics that are missing'",
                        "complete -c demarche -n '__fish_seen_subcommand_from code' -l explain -d '"
                                + "Print for each sentence what was found, the rule that fired, and what was dropped and why'");
    }

    @Test
    void shouldTellFishOfEveryCommand() {
        String script = CommandRun.of("completion", "fish").out();

        assertThat(Main.commandLine().getSubcommands().keySet())
                .allSatisfy(command -> assertThat(script).contains(" -a " + command + " -d "));
    }

    @Test
    void shouldNameTheShellsWhereItIsAskedForAnother() {
        CommandRun run = CommandRun.of("completion", "tcsh");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("BASH, ZSH, FISH");
    }

    private static String bash(String script) throws IOException, InterruptedException {
        // outside of a completion, compopt complains
        Process process = new ProcessBuilder("bash", "-c", script)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
