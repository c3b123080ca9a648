package io.demarche.producer.feed;

import io.demarche.producer.stated.Letters;
import io.demarche.schemas.ContentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which article an item is, and which version of it.
 *
 * <p>By the guid, qualified by the feed, where it is one: not where it holds a headline, which changes when the article is
 * corrected; with the address where the feed has one guid for several items. Else by the address, else by headline and text.
 *
 * @param item the item
 * @param guid what names it over all sources; empty where address or text do
 * @param id of the article, for this feed's memory
 * @param version of headline and text
 */
record ItemIdentity(FeedItem item, Optional<String> guid, long id, long version) {
    private static final int WORDS_OF_A_HEADLINE = 3;

    /** The items of a feed with their identities, in its order. */
    static List<ItemIdentity> of(String feed, List<FeedItem> items) {
        Map<String, Integer> guids = new HashMap<>();
        items.forEach(item -> item.guid().ifPresent(guid -> guids.merge(guid, 1, Integer::sum)));
        List<ItemIdentity> identities = new ArrayList<>();
        for (FeedItem item : items) {
            Optional<String> guid = item.guid()
                    .filter(stated -> !isHeadline(stated, item.title()))
                    .flatMap(stated -> guids.getOrDefault(stated, 0) == 1
                            ? Optional.of(stated)
                            : item.url().map(url -> stated + "\n" + url))
                    .map(stated -> feed + "\n" + stated);
            String name = guid.map(stated -> ContentId.of("guid", stated))
                    .or(() -> item.url().map(url -> ContentId.of("url", url)))
                    .orElseGet(() -> ContentId.of("text", item.title(), item.text()));
            identities.add(new ItemIdentity(item, guid, number(name), number(ContentId.of(item.title(), item.text()))));
        }
        return identities;
    }

    private static boolean isHeadline(String guid, String title) {
        return (!title.isEmpty() && Letters.of(guid).equals(Letters.of(title)))
                || guid.strip().split("\\s+").length >= WORDS_OF_A_HEADLINE;
    }

    /** The first 64 bits of a hash in hexadecimal digits. */
    private static long number(String hash) {
        return Long.parseUnsignedLong(hash.substring(0, 16), 16);
    }
}
