package io.demarche.web.api;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feed as text. */
final class AtomText {
    private static final String NOT_XML = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private AtomText() {}

    /**
     * A feed of entries, the one that changed last first.
     *
     * @param site where the page is, without a slash at its end
     * @param path of the feed, from the slash on
     */
    static String of(String title, String site, String path, @Nullable String query, List<Entry> entries) {
        Feed feed = new Feed("atom_1.0");
        feed.setTitle(clean(title));
        feed.setId("urn:demarche:feed:" + path);
        SyndPersonImpl author = new SyndPersonImpl();
        author.setName("Demarche");
        feed.setAuthors(List.of(author));
        feed.setOtherLinks(List.of(link("self", site + path + (query == null ? "" : "?" + query))));
        feed.setAlternateLinks(List.of(link("alternate", site + "/")));
        List<Entry> latest = entries.stream()
                .sorted(Comparator.comparing(Entry::getUpdated).reversed())
                .toList();
        feed.setUpdated(latest.isEmpty() ? new Date(0) : latest.get(0).getUpdated());
        feed.setEntries(latest);
        try {
            return new WireFeedOutput().outputString(feed);
        } catch (FeedException e) {
            throw new IllegalStateException("the feed cannot be written", e);
        }
    }

    static Link link(String relation, String address) {
        Link link = new Link();
        link.setRel(relation);
        link.setHref(clean(address));
        return link;
    }

    /** Without characters that no XML may hold. */
    static String clean(String text) {
        return text.replaceAll(NOT_XML, " ");
    }
}
