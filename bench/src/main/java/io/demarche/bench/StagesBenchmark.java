package io.demarche.bench;

import io.demarche.coder.Article;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.lexicon.Name;
import io.demarche.coder.parse.DependencyParser;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.text.PhraseMatch;
import io.demarche.coder.text.Sentence;
import io.demarche.coder.text.SentenceSplitter;
import io.demarche.coder.text.Token;
import io.demarche.coder.text.Tokenizer;
import java.util.ArrayList;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * The coder's stages one by one, each over all the sentences of an article and on what the stage before hands on. What the
 * whole takes beyond their sum goes into actors, acts, dates and attributes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 2)
public class StagesBenchmark {
    private final Lexicon lexicon = Lexicon.load();
    private final SentenceSplitter splitter = SentenceSplitter.load();
    private final Tokenizer tokenizer = Tokenizer.load();
    private final DependencyParser parser = DependencyParser.load();
    private final Rotation<Prepared> articles =
            new Rotation<>(OwnArticles.diplomatic().stream().map(this::prepare).toList());

    /** An article after the cheap stages. */
    private record Prepared(String body, List<Sentence> sentences, List<List<Token>> tokens) {}

    private Prepared prepare(Article article) {
        String body = article.body();
        List<Sentence> sentences = splitter.split(body);
        List<List<Token>> tokens = new ArrayList<>();
        for (Sentence sentence : sentences) {
            tokens.add(tokenizer.tokenize(body, sentence.textBegin(), sentence.end()));
        }
        return new Prepared(body, sentences, tokens);
    }

    /** The prefilter's search: states, seats, leaders and organisations in the body. */
    @Benchmark
    public List<PhraseMatch<Name>> names() {
        return lexicon.names().find(articles.next().body());
    }

    @Benchmark
    public List<Sentence> sentences() {
        return splitter.split(articles.next().body());
    }

    @Benchmark
    public void tokens(Blackhole sink) {
        Prepared article = articles.next();
        for (Sentence sentence : article.sentences()) {
            sink.consume(tokenizer.tokenize(article.body(), sentence.textBegin(), sentence.end()));
        }
    }

    /** Tags, lemmas and dependencies. */
    @Benchmark
    public void parse(Blackhole sink) {
        Prepared article = articles.next();
        for (List<Token> tokens : article.tokens()) {
            ParsedSentence parsed = parser.parse(article.body(), tokens);
            sink.consume(parsed);
        }
    }
}
