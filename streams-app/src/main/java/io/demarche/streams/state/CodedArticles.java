package io.demarche.streams.state;

import io.demarche.schemas.Topics;
import io.demarche.streams.coding.CodedArticle;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What the articles of one partition were coded to, swept by age. One that tells of an act is forgotten once its mentions are no
 * longer kept, by the day that has come. One that tells of none matters only while another version of it may come: it is
 * forgotten as long after it was taken in as the topic holds articles, by the machine's clock as there by the broker's; the
 * articles' own days would forget a correction that comes before what it corrects.
 *
 * <p>Behind each stands the time, in milliseconds, at which it was taken in last.
 */
public final class CodedArticles {
    /** As long as the topic holds the articles. */
    private static final long TOPIC_MS =
            Long.parseLong(Objects.requireNonNull(Topics.RAW_ARTICLES.config().get("retention.ms")));

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
    public void put(String articleId, byte[] encoded, long nowMs) {
        store.put(
                articleId,
                ByteBuffer.allocate(encoded.length + Long.BYTES)
                        .put(encoded)
                        .putLong(nowMs)
                        .array());
    }

    private static long takenIn(byte[] stored) {
        return ByteBuffer.wrap(stored).getLong(stored.length - Long.BYTES);
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
                boolean swept = CodedArticleCodec.tellsOfActs(entry.value)
                        ? CodedArticleCodec.seenAt(entry.value).isBefore(oldest)
                        : nowMs - takenIn(entry.value) > TOPIC_MS;
                if (swept) {
                    gone.add(entry.key);
                }
            }
        }
        gone.forEach(store::delete);
        return gone.size();
    }
}
