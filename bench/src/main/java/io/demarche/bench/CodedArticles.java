package io.demarche.bench;

import io.demarche.avro.EventMention;
import io.demarche.coder.Article;
import io.demarche.coder.EventCoder;
import io.demarche.schemas.json.RecordJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The mentions of each article as JSON, and what was wrong with them.
 *
 * @param mentions one text an article, in the order in which the articles were given, whatever the order of the work
 * @param faults articles on which the coder threw, and quotes that are not what their offsets say
 */
record CodedArticles(List<String> mentions, List<String> faults) {

    /** Codes the articles on so many threads, in the order given or in another. */
    static CodedArticles of(EventCoder coder, List<Article> articles, int threads, boolean shuffled) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, articles.size()).boxed().toList());
        if (shuffled) {
            Collections.shuffle(order, new Random(1));
        }
        String[] mentions = new String[articles.size()];
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i : order) {
                done.add(workers.submit(() -> {
                    mentions[i] = code(coder, articles.get(i), faults);
                }));
            }
            for (Future<?> article : done) {
                article.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            workers.shutdownNow();
        }
        return new CodedArticles(List.of(mentions), faults.stream().sorted().toList());
    }

    /** How many articles' mentions are not, byte for byte, those of the other. */
    long differences(CodedArticles other) {
        return IntStream.range(0, mentions.size())
                .filter(i -> !mentions.get(i).equals(other.mentions.get(i)))
                .count();
    }

    long count() {
        return mentions.stream().flatMap(String::lines).count();
    }

    /** The same for the same mentions, on any machine. */
    String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String ofArticle : mentions) {
                sha.update(ofArticle.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String code(EventCoder coder, Article article, List<String> faults) {
        StringBuilder json = new StringBuilder();
        try {
            for (EventMention mention : coder.code(article)) {
                int begin = mention.getQuoteStart();
                int end = mention.getQuoteEnd();
                if (!article.body().substring(begin, end).equals(mention.getQuote())) {
                    faults.add(article.articleId() + ": the quote is not what stands at " + begin + " to " + end);
                }
                json.append(RecordJson.write(mention)).append('\n');
            }
        } catch (RuntimeException e) {
            StackTraceElement[] trace = e.getStackTrace();
            faults.add(article.articleId() + ": " + e + (trace.length == 0 ? "" : " at " + trace[0]));
        }
        return json.toString();
    }
}
