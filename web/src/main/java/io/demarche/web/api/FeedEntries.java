package io.demarche.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import io.demarche.schemas.StateNames;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/** Alerts and acts as entries of a feed. What changes keeps its id, and is updated when its news was published. */
final class FeedEntries {
    private final String site;
    private final StateNames names;

    FeedEntries(String site, StateNames names) {
        this.site = site;
        this.names = names;
    }

    /** An alert, as its record has it. */
    Entry ofAlert(JsonNode alert) {
        String dyad = text(alert, "dyad");
        String status = text(alert, "status");
        String over = switch (status) {
            case "RESOLVED" -> " (over)";
            case "RETRACTED" -> " (retracted)";
            default -> "";
        };
        List<JsonNode> quotes = new ArrayList<>();
        alert.path("events").forEach(event -> event.path("evidence").forEach(quotes::add));
        Entry entry = entry(
                "urn:demarche:alert:" + text(alert, "alertId"),
                text(alert, "level") + over + " " + pair(names, dyad) + ": " + text(alert, "headline"),
                dyad,
                latest(text(alert, "asOf"), quotes));
        entry.setPublished(date(text(alert, "firedOn")));
        entry.setCategories(List.of(category(text(alert, "level")), category(dyad)));
        entry.setContents(List.of(
                html("<p>" + escaped(alert.path("why").path("explanation").asText("")) + "</p>" + quoted(quotes))));
        return entry;
    }

    /** An act, as the archive has it. */
    Entry ofAct(JsonNode act) {
        String dyad = text(act, "dyad");
        List<JsonNode> quotes = new ArrayList<>();
        act.path("evidence").forEach(quotes::add);
        String kind = text(act, "eventType").toLowerCase(Locale.ROOT).replace('_', ' ');
        Entry entry = entry(
                "urn:demarche:event:" + text(act, "eventId"),
                names.of(text(act, "source")).orElse(text(act, "source")) + ", " + kind + ": "
                        + names.of(text(act, "target")).orElse(text(act, "target")) + ", " + text(act, "eventDate"),
                dyad,
                latest(text(act, "eventDate"), quotes));
        entry.setCategories(List.of(category(text(act, "eventType")), category(dyad)));
        entry.setContents(List.of(html(quoted(quotes))));
        return entry;
    }

    /** Both names of a pair. */
    static String pair(StateNames names, String dyad) {
        String[] codes = dyad.split("-", 2);
        return names.of(codes[0]).orElse(codes[0]) + " – " + names.of(codes[1]).orElse(codes[1]);
    }

    private Entry entry(String id, String title, String dyad, Date updated) {
        Entry entry = new Entry();
        entry.setId(id);
        entry.setTitle(AtomText.clean(title));
        entry.setUpdated(updated);
        entry.setAlternateLinks(List.of(AtomText.link("alternate", site + "/pair/" + dyad)));
        return entry;
    }

    /** The newest of a day's beginning and of when the quotes were published. */
    private static Date latest(String day, List<JsonNode> quotes) {
        Date latest = date(day);
        for (JsonNode quote : quotes) {
            Date published = date(text(quote, "publishedAt"));
            latest = published.after(latest) ? published : latest;
        }
        return latest;
    }

    private static Date date(String text) {
        try {
            return Date.from(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text));
        } catch (DateTimeException e) {
            return new Date(0);
        }
    }

    private static String quoted(List<JsonNode> quotes) {
        StringBuilder html = new StringBuilder();
        for (JsonNode quote : quotes) {
            html.append("<blockquote>")
                    .append(escaped(text(quote, "quote")))
                    .append("</blockquote><p>")
                    .append(escaped(text(quote, "publisher")));
            String url = text(quote, "url");
            if (url.startsWith("https://") || url.startsWith("http://")) {
                html.append(" <a href=\"")
                        .append(escaped(url))
                        .append("\">")
                        .append(escaped(url))
                        .append("</a>");
            }
            html.append("</p>");
        }
        return html.toString();
    }

    private static Content html(String text) {
        Content content = new Content();
        content.setType("html");
        content.setValue(AtomText.clean(text));
        return content;
    }

    private static Category category(String term) {
        Category category = new Category();
        category.setTerm(term);
        return category;
    }

    private static String text(JsonNode record, String name) {
        return record.path(name).asText("");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
