package io.demarche.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.demarche.coder.Article;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How long {@code demarche code} takes from its start to its end, with one article to code.
 *
 * @param times of each start, the shortest first
 */
record StartTime(List<Duration> times) {
    /** The first start may build the program. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /**
     * Starts the command once without looking at the clock, then {@code starts} times.
     *
     * @throws DemarcheException where it fails or answers with no mention
     */
    static StartTime measure(Path launcher, Article article, int starts) {
        byte[] line = JsonMapper.builder()
                .build()
                .createObjectNode()
                .put("id", article.articleId())
                .put("published", article.publishedAt().toString())
                .put("title", article.title())
                .put("text", article.body())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        start(launcher, line);
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            times.add(start(launcher, line));
        }
        return new StartTime(times.stream().sorted().toList());
    }

    String describe() {
        return String.format(
                Locale.ROOT,
                "demarche code on one article: %.2f s (median of %d starts: %.2f to %.2f)",
                seconds(times.get(times.size() / 2)),
                times.size(),
                seconds(times.get(0)),
                seconds(times.get(times.size() - 1)));
    }

    private static Duration start(Path launcher, byte[] line) {
        long begin = System.nanoTime();
        try {
            Process process = new ProcessBuilder(launcher.toString(), "code")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(line);
            }
            byte[] answer = process.getInputStream().readAllBytes();
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new DemarcheException(launcher + " code: did not end within " + LONGEST);
            }
            if (process.exitValue() != 0 || answer.length == 0) {
                throw new DemarcheException(launcher + " code: ended with " + process.exitValue() + " after writing "
                        + answer.length + " bytes; a mention was expected");
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        } catch (IOException e) {
            throw new DemarcheException(launcher + ": cannot be started (" + e.getMessage() + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemarcheException(launcher + " code: interrupted", e);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
