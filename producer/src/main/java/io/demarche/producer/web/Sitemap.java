package io.demarche.producer.web;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import io.demarche.producer.fetch.FetchException;
import io.demarche.producer.fetch.Fetched;
import io.demarche.producer.fetch.Trouble;
import io.demarche.producer.page.PageCharset;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Rejection.Reason;
import io.demarche.producer.stated.Doctype;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The pages that a sitemap names, a news sitemap among others, or the sitemaps that it leads to (sitemaps.org). */
final class Sitemap {
    private static final int MOST_SITEMAPS = 50;
    private static final int MOST_PAGES = 50_000;
    private static final int LARGEST = 50 << 20;

    private Sitemap() {}

    /**
     * What was found.
     *
     * @param pages in the order in which they are named
     * @param losses what was not read, and why
     */
    record Found(List<String> pages, List<Rejection> losses) {}

    /**
     * @throws FetchException where the sitemap cannot be had or is none; one that it leads to is a loss
     */
    static Found pages(String address, WebPages web) throws FetchException {
        Set<String> pages = new LinkedHashSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(address));
        Set<String> met = new LinkedHashSet<>();
        List<Rejection> losses = new ArrayList<>();
        while (!left.isEmpty() && met.size() < MOST_SITEMAPS && pages.size() < MOST_PAGES) {
            String next = left.remove();
            if (met.add(next)) {
                try {
                    read(web.fetch(next), pages, left);
                } catch (FetchException e) {
                    if (met.size() == 1) {
                        throw e;
                    }
                    losses.add(new Rejection(next, Reason.UNREADABLE, String.valueOf(e.getMessage())));
                }
            }
        }
        return within(address, new ArrayList<>(pages), unread(left, met), losses);
    }

    private static long unread(Deque<String> left, Set<String> met) {
        return left.stream().distinct().filter(one -> !met.contains(one)).count();
    }

    private static Found within(String address, List<String> pages, long unread, List<Rejection> losses) {
        if (unread > 0) {
            losses.add(new Rejection(
                    address,
                    Reason.TOO_LARGE,
                    "leads to more than is read at once, " + MOST_SITEMAPS + " sitemaps or " + MOST_PAGES
                            + " pages; sitemaps not read: " + unread));
        }
        if (pages.size() > MOST_PAGES) {
            losses.add(new Rejection(
                    address,
                    Reason.TOO_LARGE,
                    "names more than " + MOST_PAGES + " pages; not read: " + (pages.size() - MOST_PAGES)));
        }
        return new Found(pages.subList(0, Math.min(pages.size(), MOST_PAGES)), losses);
    }

    private static void read(Fetched answer, Set<String> pages, Deque<String> left) throws FetchException {
        String text =
                PageCharset.decode(unpacked(answer.body()), answer.charset().orElse(null));
        byte[] plain = Doctype.takenOff(text).getBytes(StandardCharsets.UTF_8);
        try {
            AbstractSiteMap map = new SiteMapParser(false)
                    .parseSiteMap(
                            text.stripLeading().startsWith("<") ? "text/xml" : "text/plain",
                            plain,
                            answer.address().toURL());
            if (map instanceof SiteMapIndex index) {
                index.getSitemaps().forEach(one -> left.add(one.getUrl().toString()));
            } else if (map instanceof SiteMap site) {
                site.getSiteMapUrls().forEach(one -> pages.add(one.getUrl().toString()));
            }
        } catch (UnknownFormatException | IOException e) {
            throw new FetchException(Trouble.FORMAT, "no sitemap", e);
        }
    }

    /** Sitemaps are often files of their own, compressed whatever the server says. */
    private static byte[] unpacked(byte[] body) throws FetchException {
        if (body.length < 2 || body[0] != 0x1F || body[1] != (byte) 0x8B) {
            return body;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = in.readNBytes(LARGEST + 1);
            if (plain.length > LARGEST) {
                throw new FetchException(Trouble.SIZE, "larger than " + LARGEST + " bytes");
            }
            return plain;
        } catch (IOException e) {
            throw new FetchException(Trouble.FORMAT, "cannot be unpacked", e);
        }
    }
}
