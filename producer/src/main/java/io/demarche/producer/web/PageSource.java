package io.demarche.producer.web;

import io.demarche.producer.fetch.FetchException;
import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Rejection.Reason;
import io.demarche.producer.source.SourceItem;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The articles on pages that somebody names, or that a sitemap does. */
public final class PageSource implements ArticleSource {
    private final WebPages pages;
    private final InstantSource clock;
    private final Deque<String> sitemaps;
    private final Deque<String> addresses;
    private final Deque<SourceItem> losses = new ArrayDeque<>();
    private int read;

    /**
     * @param addresses of pages
     * @param sitemaps whose pages are read as well
     */
    public PageSource(WebPages pages, List<String> addresses, List<String> sitemaps, InstantSource clock) {
        this.pages = pages;
        this.addresses = new ArrayDeque<>(addresses);
        this.sitemaps = new ArrayDeque<>(sitemaps);
        this.clock = clock;
    }

    @Override
    public Optional<SourceItem> next() {
        while (losses.isEmpty() && addresses.isEmpty() && !sitemaps.isEmpty()) {
            String sitemap = sitemaps.remove();
            try {
                Sitemap.Found found = Sitemap.pages(sitemap, pages);
                addresses.addAll(found.pages());
                losses.addAll(found.losses());
            } catch (FetchException e) {
                return Optional.of(new Rejection(sitemap, Reason.UNREADABLE, String.valueOf(e.getMessage())));
            }
        }
        SourceItem loss = losses.poll();
        if (loss != null) {
            return Optional.of(loss);
        }
        return Optional.ofNullable(addresses.poll()).map(this::article);
    }

    @Override
    public OptionalDouble share() {
        return sitemaps.isEmpty()
                ? OptionalDouble.of((double) read / Math.max(1, read + addresses.size()))
                : OptionalDouble.empty();
    }

    private SourceItem article(String address) {
        read++;
        try {
            return PageArticle.of(address, pages.article(address), clock.instant());
        } catch (FetchException e) {
            return new Rejection(address, Reason.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        addresses.clear();
        sitemaps.clear();
        losses.clear();
    }
}
