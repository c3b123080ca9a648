package io.demarche.bench;

import io.demarche.avro.EventMention;
import io.demarche.coder.Article;
import io.demarche.coder.EventCoder;
import io.demarche.schemas.json.RecordJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What one pass over a file came to. The file is read, unpacked and parsed, and the mentions are written as JSON, within the
 * time; nothing but one article at a time is held.
 *
 * @param articles how many there were
 * @param rejected lines that were no article
 * @param characters of the articles' bodies
 * @param failures articles on which the coder threw, with what it threw
 * @param mentions coded
 * @param written characters of the mentions as JSON
 * @param whole wall time of the pass
 * @param coding the coder's part of it
 */
record Pass(
        int articles,
        int rejected,
        List<String> failures,
        long characters,
        long mentions,
        long written,
        Duration whole,
        Duration coding) {

    /** Takes the file through the coder once. */
    static Pass run(EventCoder coder, Path file) {
        Counter counter = new Counter(coder);
        long begin = System.nanoTime();
        int rejected = ArticleLines.read(file, counter::take);
        Duration whole = Duration.ofNanos(System.nanoTime() - begin);
        return new Pass(
                counter.articles,
                rejected,
                List.copyOf(counter.failures),
                counter.characters,
                counter.mentions,
                counter.written,
                whole,
                Duration.ofNanos(counter.nanos));
    }

    double articlesPerSecond() {
        return articles * 1e9 / whole.toNanos();
    }

    private static final class Counter {
        private final EventCoder coder;
        private int articles;
        private final List<String> failures = new ArrayList<>();
        private long characters;
        private long mentions;
        private long written;
        private long nanos;

        Counter(EventCoder coder) {
            this.coder = coder;
        }

        void take(Article article) {
            long begin = System.nanoTime();
            List<EventMention> coded = code(article);
            nanos += System.nanoTime() - begin;
            articles++;
            characters += article.body().length();
            mentions += coded.size();
            for (EventMention mention : coded) {
                written += RecordJson.write(mention).length();
            }
        }

        /** One article on which the coder fails must not hide what the others take. */
        private List<EventMention> code(Article article) {
            try {
                return coder.code(article);
            } catch (RuntimeException e) {
                StackTraceElement[] trace = e.getStackTrace();
                failures.add(article.articleId() + ": " + e + (trace.length == 0 ? "" : " at " + trace[0]));
                return List.of();
            }
        }
    }
}
