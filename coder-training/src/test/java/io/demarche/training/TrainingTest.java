package io.demarche.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The program from trees to a model and its figures; the teacher, who is too large for a test, is left out. */
class TrainingTest {
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... args) {
        CommandLine line = Training.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        return line.execute(words);
    }

    private Path train(String name) {
        Path model = directory.resolve(name);
        assertThat(run("train", Village.TREES, model, "--clusters", Village.CLUSTERS, "--prune", "0"))
                .as(err.toString())
                .isZero();
        return model;
    }

    @Test
    void shouldMakeTheSameModelTwice() throws IOException {
        // when
        Path once = train("once.gz");
        Path twice = train("twice.gz");

        // then
        assertThat(Files.readAllBytes(twice)).isEqualTo(Files.readAllBytes(once));
    }

    @Test
    void shouldTellHowFarTheModelAgreesWithTrees() {
        // given
        Path model = train("model.gz");
        out.getBuffer().setLength(0);

        // when
        int exit = run("compare", model, Village.TREES);

        // then
        assertThat(exit).isZero();
        assertThat(out.toString())
                .matches("10 sentences, 73 tokens: tags 100\\.00 %, UAS 9\\d\\.\\d\\d %, LAS 9\\d\\.\\d\\d %\n");
    }

    @Test
    void shouldMakeASmallerModelWhenMoreIsPruned() throws IOException {
        // given
        Path whole = train("whole.gz");
        Path pruned = directory.resolve("pruned.gz");

        // when
        int exit = run("train", Village.TREES, pruned, "--prune", "1");

        // then
        assertThat(exit).isZero();
        assertThat(Files.size(pruned)).isPositive().isLessThan(Files.size(whole));
    }

    @Test
    void shouldNotLearnFromWhatIsHeldOut() throws IOException {
        // given
        Path all = train("all.gz");
        Path fewer = directory.resolve("fewer.gz");

        // when
        int exit =
                run("train", Village.TREES, fewer, "--clusters", Village.CLUSTERS, "--prune", "0", "--held-out", "1");

        // then
        assertThat(exit).isZero();
        assertThat(Files.readAllBytes(fewer)).isNotEqualTo(Files.readAllBytes(all));
        assertThat(out.toString()).contains("10 sentences, ", " 9 sentences, ");
    }

    @Test
    void shouldSayWhichProfileBringsTheTeacher() {
        // when
        int exit = run("teach", directory, directory.resolve("trees.conll"));

        // then
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("-P coder-training");
    }

    @Test
    void shouldNameTheModelThatIsNone() {
        // when
        int exit = run("compare", Village.TREES, Village.TREES);

        // then
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).startsWith("coder-training: " + Village.TREES + ": cannot be read as a model");
    }

    @Test
    void shouldRefuseToHoldOutEverything() {
        // when
        int exit = run("train", Village.TREES, directory.resolve("none.gz"), "--held-out", "9");

        // then
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("too few to hold out 9");
    }

    @Test
    void shouldTakeAnImpossibleNumberForWrongUsage() {
        assertThat(run("train", Village.TREES, directory.resolve("none.gz"), "--passes", "0"))
                .isEqualTo(2);
    }
}
