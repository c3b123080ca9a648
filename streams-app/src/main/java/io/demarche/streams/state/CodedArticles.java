package io.demarche.streams.state;

import io.demarche.schemas.Topics;
import io.demarche.streams.coding.CodedArticle;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What the articles of one partition were coded to, swept by age. An article that tells of no act is forgotten when the topic
 * has forgotten it, too; of one that does, the text goes then, and the rest once its mentions are no longer kept. Age is
 * reckoned from the day that has come, by the data's own clock.
 */
public final class CodedArticles {
    /** As long as the topic holds the articles. */
    private static final long TOPIC_DAYS = Duration.ofMillis(
                    Long.parseLong(Topics.RAW_ARTICLES.config().getOrDefault("retention.ms", "0")))
            .toDays();

    private final KeyValueStore<String, byte[]> store;
    private final CodedArticleCodec codec;
    private final int keepDays;
    private @Nullable LocalDate today;
    /** Where the sweep under way goes on; null where none is. */
    private @Nullable String next;

    /**
     * @param keepDays for how many days mentions are kept
     */
    public CodedArticles(KeyValueStore<String, byte[]> store, CodedArticleCodec codec, int keepDays) {
        this.store = store;
        this.codec = codec;
        this.keepDays = keepDays;
    }

    /** What an article was last coded to; null where it is not known. */
    public @Nullable CodedArticle get(String articleId) {
        byte[] stored = store.get(articleId);
        return stored == null ? null : codec.decode(stored);
    }

    /** Stores what {@link CodedArticleCodec#encode} gave. */
    public void put(String articleId, byte[] encoded) {
        store.put(articleId, encoded);
    }

    /** A day has come: what is too old by then is to go. */
    public void sweepBehind(LocalDate day) {
        if (today == null || day.isAfter(today)) {
            today = day;
            next = next == null ? "" : next;
        }
    }

    /**
     * Sweeps on for a while.
     *
     * @return how many articles were forgotten
     */
    public int sweep(Duration slice) {
        String from = next;
        LocalDate day = today;
        if (from == null || day == null) {
            return 0;
        }
        Instant old = day.minusDays(TOPIC_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant oldest = day.minusDays(keepDays).atStartOfDay(ZoneOffset.UTC).toInstant();
        long until = System.nanoTime() + slice.toNanos();
        List<String> gone = new ArrayList<>();
        List<String> shortened = new ArrayList<>();
        next = null;
        try (KeyValueIterator<String, byte[]> entries = store.range(from, null)) {
            while (entries.hasNext()) {
                if (System.nanoTime() - until > 0) {
                    next = entries.peekNextKey();
                    break;
                }
                var entry = entries.next();
                Instant seen = CodedArticleCodec.seenAt(entry.value);
                if (seen.isBefore(old)) {
                    CodedArticle article = codec.decode(entry.value);
                    boolean tells = !article.mentions().isEmpty();
                    if (!tells || seen.isBefore(oldest)) {
                        gone.add(entry.key);
                    } else if (article.text() != null) {
                        shortened.add(entry.key);
                    }
                }
            }
        }
        gone.forEach(store::delete);
        shortened.forEach(id -> {
            CodedArticle article = get(id);
            if (article != null) {
                store.put(
                        id,
                        codec.encode(
                                new CodedArticle(article.version(), article.publication(), null, article.mentions())));
            }
        });
        return gone.size();
    }
}
