package io.demarche.producer.feed;

import io.demarche.avro.PublishedAtBasis;
import io.demarche.avro.SeenItem;
import io.demarche.avro.SourceState;
import io.demarche.producer.date.StatedDate;
import io.demarche.producer.fetch.DomainPauses;
import io.demarche.producer.page.Page;
import io.demarche.producer.source.ArticleDraft;
import io.demarche.producer.source.Remark;
import io.demarche.producer.web.WebPages;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which items of a feed are new or corrected, and makes articles of them. */
final class FeedArticles {
    /** Items kept in mind beyond those that the feed holds now: some take an item out and put it in again. */
    private static final int REMEMBERED = 500;

    private static final int SHORT = 600;
    private static final int CUT_WITHIN = 60;
    /** A text of this length is nobody's formula: the same again is a reprint. */
    private static final int TELLING = 80;

    private static final Pattern CUT = Pattern.compile(
            "(?is).*(?:…|\\.\\.\\.|\\[…]|\\[\\.\\.\\.]|read more|continue reading|weiterlesen|lire la suite|leer más)\\W{0,5}");

    private final WebPages pages;
    private final boolean readPages;
    private final Duration patience;
    private final InstantSource clock;

    /**
     * @param patience how long one check may read pages: what is new beyond that is left to the next
     */
    FeedArticles(WebPages pages, boolean readPages, Duration patience, InstantSource clock) {
        this.pages = pages;
        this.readPages = readPages;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * What a feed has to say.
     *
     * @param articles new or corrected, in the order in which they were probably written: the feed's, from its end
     * @param seen what to keep in mind
     * @param known items that are as they were sent
     * @param pagesMissed pages that could not be had
     * @param left items that are left to the next check, since reading their pages takes too long
     */
    record News(List<ArticleDraft> articles, List<SeenItem> seen, int known, int pagesMissed, int left) {}

    News of(SourceState before, FeedDocument document, URI from, Instant now) {
        Map<Long, Long> seen = new LinkedHashMap<>();
        before.getSeen().forEach(item -> seen.put(item.getItem(), item.getVersion()));
        Set<Long> texts = new HashSet<>(seen.values());
        List<ArticleDraft> articles = new ArrayList<>();
        int missed = 0;
        int left = 0;
        for (ItemIdentity identity : firstOfEach(ItemIdentity.of(before.getSource(), document.items()))) {
            Long version = seen.get(identity.id());
            boolean reprint =
                    version == null && identity.item().text().length() >= TELLING && texts.contains(identity.version());
            boolean known = reprint || (version != null && version == identity.version());
            boolean teaser = !known && isTeaser(identity.item());
            if (teaser && clock.instant().isAfter(now.plus(patience))) {
                left++;
                continue;
            }
            seen.remove(identity.id());
            seen.put(identity.id(), identity.version());
            if (known) {
                continue;
            }
            texts.add(identity.version());
            Optional<Page> page = teaser ? identity.item().url().flatMap(pages::read) : Optional.empty();
            missed += teaser && page.isEmpty() ? 1 : 0;
            articles.add(draft(before, document, identity, page, from, now));
        }
        int held = document.items().size();
        return new News(articles, remembered(seen, held), held - articles.size() - left, missed, left);
    }

    /** Of items with one identity, the first, which is the latest as feeds have them; from the end of the feed. */
    private static List<ItemIdentity> firstOfEach(List<ItemIdentity> items) {
        Map<Long, ItemIdentity> first = new LinkedHashMap<>();
        items.forEach(item -> first.putIfAbsent(item.id(), item));
        List<ItemIdentity> backwards = new ArrayList<>(first.values());
        Collections.reverse(backwards);
        return backwards;
    }

    private static List<SeenItem> remembered(Map<Long, Long> seen, int held) {
        List<SeenItem> all = new ArrayList<>();
        seen.forEach((item, version) -> all.add(new SeenItem(item, version)));
        int forget = Math.max(0, all.size() - held - REMEMBERED);
        return List.copyOf(all.subList(forget, all.size()));
    }

    private boolean isTeaser(FeedItem item) {
        String text = item.text();
        return readPages
                && item.url().isPresent()
                && (text.length() < SHORT
                        || CUT.matcher(text.substring(Math.max(0, text.length() - CUT_WITHIN)))
                                .matches());
    }

    private static ArticleDraft draft(
            SourceState before,
            FeedDocument document,
            ItemIdentity identity,
            Optional<Page> page,
            URI from,
            Instant now) {
        FeedItem item = identity.item();
        Optional<StatedDate> date = item.published().or(() -> page.flatMap(Page::published));
        String body = page.map(Page::text)
                .filter(text -> text.length() > item.text().length())
                .orElse(item.text());
        String title = item.title().isEmpty() ? page.map(Page::title).orElse("") : item.title();
        String url = item.url().orElse(null);
        return new ArticleDraft(
                before.getSource() + " " + item.url().or(item::guid).orElse(title),
                identity.guid().orElse(null),
                url,
                publisher(item, from),
                title,
                // Where a feed holds headlines alone, the headline is what there is to read.
                body.isBlank() ? title : body,
                page.flatMap(Page::language).or(document::language).orElse(""),
                date.map(StatedDate::instant).orElse(now),
                date.isPresent() ? PublishedAtBasis.STATED : PublishedAtBasis.FETCH_TIME,
                now,
                date.isPresent() ? Set.of() : Set.of(Remark.FETCH_TIME),
                date.map(StatedDate::offsetMinutes).orElse(0));
    }

    /** The registered domain: several feeds of one publisher must not count as several voices. */
    private static String publisher(FeedItem item, URI from) {
        return item.url()
                .map(url -> URI.create(url).getHost())
                .or(() -> Optional.ofNullable(from.getHost()))
                .map(DomainPauses::domain)
                .orElse("");
    }
}
