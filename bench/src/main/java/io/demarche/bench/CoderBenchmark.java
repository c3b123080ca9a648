package io.demarche.bench;

import io.demarche.avro.EventMention;
import io.demarche.coder.Article;
import io.demarche.coder.DiplomaticCoder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The coder as a whole, for each article. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 3)
public class CoderBenchmark {
    private final DiplomaticCoder coder = DiplomaticCoder.load();
    private final Rotation<Article> diplomatic = new Rotation<>(OwnArticles.diplomatic());
    private final Rotation<Article> local = new Rotation<>(OwnArticles.local());

    /** An article about diplomacy, from text to mentions. */
    @Benchmark
    public List<EventMention> wholeArticle() {
        return coder.code(diplomatic.next());
    }

    /** An article that names no state: what it costs to turn it away. */
    @Benchmark
    public List<EventMention> articleTurnedAway() {
        return coder.code(local.next());
    }
}
