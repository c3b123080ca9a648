package io.demarche.cli;

import io.demarche.avro.DayTick;
import io.demarche.avro.PublishedAtBasis;
import io.demarche.avro.RawArticle;
import io.demarche.coder.Article;
import io.demarche.coder.DiplomaticCoder;
import io.demarche.producer.ArticleDay;
import io.demarche.producer.ArticleIntake;
import io.demarche.producer.Intake;
import io.demarche.producer.source.ArticleDraft;
import io.demarche.producer.source.ArticleFile;
import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.NamedSource;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Remark;
import io.demarche.producer.source.SourceItem;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.TrustedRecords;
import io.demarche.schemas.json.RecordJson;
import io.demarche.streams.coding.ArticleCoding;
import io.demarche.streams.coding.ArticleCoding.Kind;
import io.demarche.streams.coding.CodedArticle;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code demarche code}: the coder as a filter. Articles come in through the producer's door: cleaned, and named as the stream
 * names them, so that what is coded here is what is coded there. The offsets of quotes hold for the cleaned body.
 */
@Command(
        name = "code",
        description =
                "Code articles without Kafka: articles as JSONL on standard input (or in FILE, or named by an option),"
                        + " event mentions as JSONL on standard output.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche code --explain articles.jsonl"})
final class CodeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "Articles to read instead of standard input: JSON lines (named .jsonl or .ndjson), text files, or"
                            + " directories of such files.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private SourceOptions sources;

    @Option(
            names = "--explain",
            description = "Print for each sentence what was found, the rule that fired, and what was dropped and why.")
    private boolean explain;

    @Option(
            names = "--acts",
            paramLabel = "FILE",
            description =
                    "Code by this acts.tsv instead of the bundled one: tries a line of the lexicon without a build.")
    private @Nullable Path acts;

    @Option(
            names = "--with-day",
            description =
                    "End with a line that says the latest publication day of all articles, as their sources state it:"
                            + " 'assess' then goes up to that day, as the stream does, even if no act was told on it.")
    private boolean withDay;

    private @Nullable LocalDate latestDay;
    private final Map<String, CodedArticle> known = new HashMap<>();

    @Override
    public Integer call() {
        TrustedRecords.declare();
        DiplomaticCoder coder = DiplomaticCoder.with(ActsFile.lexicon(acts));
        ArticleCoding coding = new ArticleCoding(coder);
        ArticleIntake intake = ArticleIntake.withoutClock();
        PrintWriter out = spec.commandLine().getOut();
        ProgressLines progress =
                new ProgressLines(ProgressView.lines(spec.commandLine().getErr()), sources.strict());
        Map<String, Long> unread = new TreeMap<>();
        long coded = 0;
        long rejected = 0;
        try (ArticleSource source = articles()) {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                Intake intaken = take(item.get(), intake, progress);
                if (intaken instanceof Intake.Taken taken) {
                    RawArticle article = taken.article();
                    Optional<String> foreign = explain ? coding.unread(article) : print(coding, article, out);
                    foreign.ifPresent(language -> unread.merge(language, 1L, Long::sum));
                    if (explain) {
                        out.println(foreign.map(language -> "article " + article.getArticleId()
                                        + "\n  not read: its language is " + language)
                                .orElseGet(() -> coder.explain(article(article)).render()));
                    }
                    coded++;
                } else if (intaken instanceof Intake.Refused refused) {
                    if (sources.strict()) {
                        throw new DemarcheException(refused.rejection().line());
                    }
                    progress.rejected(refused.rejection());
                    rejected++;
                }
                if (out.checkError()) {
                    throw new DemarcheException("standard output was closed");
                }
            }
        }
        if (withDay && latestDay != null && !explain) {
            out.println(RecordJson.write(new DayTick(latestDay)));
        }
        progress.ended(unread);
        return coded == 0 && rejected > 0 ? Errors.FAILED : 0;
    }

    private static Intake take(SourceItem item, ArticleIntake door, ProgressLines progress) {
        if (item instanceof Rejection rejection) {
            return new Intake.Refused(rejection);
        }
        ArticleDraft draft = (ArticleDraft) item;
        Intake intaken = door.take(draft);
        Set<Remark> remarks = intaken instanceof Intake.Taken taken ? taken.remarks() : draft.remarks();
        new TreeSet<>(remarks).forEach(remark -> progress.remarked(draft.where(), remark));
        return intaken;
    }

    private ArticleSource articles() {
        files.stream().filter(file -> !Files.exists(file)).findFirst().ifPresent(file -> {
            throw new DemarcheException("no such file: " + file);
        });
        if (files.isEmpty()) {
            return sources.isEmpty() ? sources.standardInput() : named();
        }
        List<ArticleSource> all = new ArrayList<>();
        files.forEach(file -> all.add(ArticleFile.named(file, sources.defaults())));
        all.add(named());
        return ArticleSource.concat(all);
    }

    private ArticleSource named() {
        return ArticleSource.concat(
                sources.open().stream().map(NamedSource::articles).toList());
    }

    /**
     * As the pipeline does with the versions of an article: the latest text counts, dated by the earliest publication.
     *
     * @return the language for which it was not read
     */
    private Optional<String> print(ArticleCoding coding, RawArticle article, PrintWriter out) {
        ArticleCoding.Result result = coding.take(article, known.get(article.getArticleId()));
        result.coded().ifPresent(coded -> known.put(article.getArticleId(), coded));
        if (result.kind() != Kind.REPEAT && result.kind() != Kind.REDATED) {
            reached(article);
        }
        result.withdrawn().forEach(mention -> out.println(RecordJson.write(mention)));
        result.mentions().forEach(mention -> out.println(RecordJson.write(mention)));
        return result.unread();
    }

    private void reached(RawArticle article) {
        LocalDate day = ArticleDay.of(article);
        boolean stated = article.getPublishedAtBasis() == PublishedAtBasis.STATED;
        if (stated && (latestDay == null || day.isAfter(latestDay))) {
            latestDay = day;
        }
    }

    private static Article article(RawArticle article) {
        return new Article(
                article.getArticleId(),
                article.getContentHash(),
                article.getPublisher(),
                Objects.requireNonNullElse(article.getUrl(), ""),
                article.getTitle(),
                article.getBody(),
                article.getPublishedAt(),
                article.getFetchedAt(),
                article.getPublishedAtOffset());
    }
}
