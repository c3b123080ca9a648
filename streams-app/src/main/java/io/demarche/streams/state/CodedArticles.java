package io.demarche.streams.state;

import io.demarche.schemas.Topics;
import io.demarche.streams.coding.CodedArticle;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What the articles of one partition were coded to, swept by age. One that tells of an act is forgotten once its mentions are no
 * longer kept, by the day that has come. One that tells of none matters only while another version of it may come: it is
 * forgotten as long after it was taken in as the topic holds articles, by the machine's clock as there by the broker's; the
 * articles' own days would forget a correction that comes before what it corrects.
 *
 * <p>Each is stored behind the time, in milliseconds, at which it was taken in last.
 */
public final class CodedArticles {
    /** As long as the topic holds the articles. */
    private static final long TOPIC_MS =
            Long.parseLong(Topics.RAW_ARTICLES.config().getOrDefault("retention.ms", "0"));

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
        return stored == null ? null : codec.decode(article(stored));
    }

    /** Stores what {@link CodedArticleCodec#encode} gave. */
    public void put(String articleId, byte[] encoded, long nowMs) {
        store.put(
                articleId,
                ByteBuffer.allocate(Long.BYTES + encoded.length)
                        .putLong(nowMs)
                        .put(encoded)
                        .array());
    }

    private static byte[] article(byte[] stored) {
        return Arrays.copyOfRange(stored, Long.BYTES, stored.length);
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
    public int sweep(Duration slice, long nowMs) {
        String from = next;
        LocalDate day = today;
        if (from == null || day == null) {
            return 0;
        }
        Instant oldest = day.minusDays(keepDays).atStartOfDay(ZoneOffset.UTC).toInstant();
        long until = System.nanoTime() + slice.toNanos();
        List<String> gone = new ArrayList<>();
        next = null;
        try (KeyValueIterator<String, byte[]> entries = store.range(from, null)) {
            while (entries.hasNext()) {
                if (System.nanoTime() - until > 0) {
                    next = entries.peekNextKey();
                    break;
                }
                var entry = entries.next();
                byte[] article = article(entry.value);
                long takenIn = ByteBuffer.wrap(entry.value).getLong();
                boolean swept = CodedArticleCodec.tellsOfActs(article)
                        ? CodedArticleCodec.seenAt(article).isBefore(oldest)
                        : nowMs - takenIn > TOPIC_MS;
                if (swept) {
                    gone.add(entry.key);
                }
            }
        }
        gone.forEach(store::delete);
        return gone.size();
    }
}
