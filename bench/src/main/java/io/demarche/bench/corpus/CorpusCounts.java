package io.demarche.bench.corpus;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much the corpus holds. */
final class CorpusCounts {
    private CorpusCounts() {}

    static void print(Corpus corpus, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-22s %8s %6s %8s %10s %6s %7s %6s%n",
                "",
                "articles",
                "firm",
                "doubtful",
                "look-alike",
                "acts",
                "hidden",
                "none");
        row("train.jsonl", corpus.train(), out);
        row("check.jsonl", corpus.check(), out);
        row("both", corpus.articles(), out);
        List<WireArticle> wire = corpus.newswire();
        List<LabelledAct> acts =
                wire.stream().flatMap(article -> article.acts().stream()).toList();
        long firm = acts.stream().filter(act -> !act.doubtful()).count();
        out.printf(
                Locale.ROOT,
                "%-22s %8d %6d %8d %10d %6d %7s %6d%n",
                "labels-newswire.jsonl",
                wire.size(),
                firm,
                acts.size() - firm,
                wire.stream().mapToInt(article -> article.passages().size()).sum(),
                wire.stream().filter(article -> !article.acts().isEmpty()).count(),
                "",
                wire.stream().filter(article -> article.acts().isEmpty()).count());
        List<CorpusArticle> all = corpus.articles();
        out.printf(
                Locale.ROOT,
                "episodes %d%n",
                all.stream().map(CorpusArticle::episode).distinct().count());
        list("voices (articles)", all.stream().map(CorpusArticle::voice), out);
        list("types (acts)", all.stream().flatMap(a -> a.acts().stream()).map(LabelledAct::type), out);
        list(
                "constructions (acts)",
                all.stream().flatMap(a -> a.acts().stream()).flatMap(act -> act.constructions().stream()),
                out);
        list(
                "passages that are no act",
                all.stream().flatMap(a -> a.passages().stream()).map(Passage::tag),
                out);
    }

    private static void row(String name, Collection<CorpusArticle> articles, PrintWriter out) {
        long firm = articles.stream().mapToLong(CorpusArticle::firm).sum();
        long acts =
                articles.stream().mapToLong(article -> article.acts().size()).sum();
        out.printf(
                Locale.ROOT,
                "%-22s %8d %6d %8d %10d %6d %7d %6d%n",
                name,
                articles.size(),
                firm,
                acts - firm,
                articles.stream().mapToInt(article -> article.passages().size()).sum(),
                kind(articles, "acts"),
                kind(articles, "hidden"),
                kind(articles, "none"));
    }

    private static long kind(Collection<CorpusArticle> articles, String kind) {
        return articles.stream().filter(article -> article.kind().equals(kind)).count();
    }

    private static void list(String title, Stream<String> names, PrintWriter out) {
        Map<String, Long> counts =
                names.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        StringBuilder line = new StringBuilder(title + ":");
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            String entry = " " + count.getKey() + " " + count.getValue();
            if (line.length() + entry.length() > 118) {
                out.println(line);
                line.setLength(0);
                line.append(' ');
            }
            line.append(entry);
        }
        out.println(line);
    }
}
