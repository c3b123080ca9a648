package io.demarche.cli;

import io.demarche.coder.Article;
import io.demarche.coder.DiplomaticCoder;
import io.demarche.producer.ArticleIdentity;
import io.demarche.producer.clean.CleanedText;
import io.demarche.producer.source.ArticleDraft;
import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.SourceItem;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.json.RecordJson;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code demarche code}: the coder as a filter. The text is taken as it is, without the producer's cleaning, so that the
 * offsets of the quotes hold for the text that was given.
 */
@Command(
        name = "code",
        description = "Code articles without Kafka: articles as JSONL on standard input (or named by an option),"
                + " event mentions as JSONL on standard output.",
        mixinStandardHelpOptions = true)
final class CodeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SourceOptions sources;

    @Option(
            names = "--explain",
            description = "Print for each sentence what was found, the rule that fired, and what was dropped and why.")
    private boolean explain;

    @Override
    public Integer call() {
        DiplomaticCoder coder = DiplomaticCoder.load();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        long coded = 0;
        long rejected = 0;
        try (ArticleSource source = sources.isEmpty() ? sources.standardInput() : sources.open()) {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                if (item.get() instanceof ArticleDraft draft) {
                    print(coder, article(draft), out);
                    coded++;
                } else if (item.get() instanceof Rejection rejection) {
                    if (sources.strict()) {
                        throw new DemarcheException(rejection.line());
                    }
                    err.println("demarche: rejected " + rejection.line());
                    err.flush();
                    rejected++;
                }
                if (out.checkError()) {
                    throw new DemarcheException("standard output was closed");
                }
            }
        }
        return coded == 0 && rejected > 0 ? Errors.FAILED : 0;
    }

    private void print(DiplomaticCoder coder, Article article, PrintWriter out) {
        if (explain) {
            out.println(coder.explain(article).render());
        } else {
            coder.code(article).forEach(mention -> out.println(RecordJson.write(mention)));
        }
    }

    private static Article article(ArticleDraft draft) {
        CleanedText asIs = new CleanedText(draft.title(), draft.body(), false);
        return new Article(
                draft.guid() == null ? ArticleIdentity.articleId(draft, asIs) : draft.guid(),
                ArticleIdentity.contentHash(asIs),
                draft.publisher(),
                Objects.requireNonNullElse(draft.url(), ""),
                draft.title(),
                draft.body(),
                draft.publishedAt(),
                // Without a time of fetching there is nothing to clamp the publication time to.
                Objects.requireNonNullElse(draft.fetchedAt(), draft.publishedAt()));
    }
}
