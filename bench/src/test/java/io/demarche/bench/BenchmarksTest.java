package io.demarche.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Not how fast, but that each benchmark still runs. */
class BenchmarksTest {
    @Test
    void shouldRunEveryBenchmarkOnce() throws RunnerException {
        // given
        Options once = new OptionsBuilder()
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .mode(Mode.SingleShotTime)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();

        // when
        Collection<RunResult> results = new Runner(once).run();

        // then
        List<String> names = results.stream()
                .map(result -> result.getPrimaryResult().getLabel())
                .toList();
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "wholeArticle",
                        "articleTurnedAway",
                        "names",
                        "sentences",
                        "tokens",
                        "parse",
                        "write",
                        "read",
                        "writeJson",
                        "fewMentions",
                        "mentionEveryDayOfAYear");
    }
}
