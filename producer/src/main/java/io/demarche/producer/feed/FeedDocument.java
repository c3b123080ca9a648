package io.demarche.producer.feed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A feed.
 *
 * @param title of the feed; empty where it has none
 * @param language ISO 639-1 code; empty where it does not say
 * @param ttl how long it says that it may be kept
 * @param items in its order
 */
record FeedDocument(String title, Optional<String> language, Optional<Duration> ttl, List<FeedItem> items) {
    FeedDocument {
        items = List.copyOf(items);
    }
}
