package io.demarche.producer.feed;

import io.demarche.producer.date.StatedDate;
import java.util.Optional;

/**
 * An item of a feed, as the feed states it.
 *
 * @param guid the feed's own identity of it; empty where it states none
 * @param url the page behind it, absolute; empty where there is none
 * @param title headline, plain; empty where there is none
 * @param text what the feed holds of the article, plain, an empty line between paragraphs
 * @param published when; empty where it is not stated, or not surely
 */
record FeedItem(
        Optional<String> guid, Optional<String> url, String title, String text, Optional<StatedDate> published) {}
