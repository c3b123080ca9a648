package io.demarche.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What RFC 4287 asks of an Atom feed: which elements stand where and how often, their attributes, and the forms of values. */
final class AtomRules {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    /** By element, what it may hold: "1" exactly once, "?" at most once, "*" however often, "+" once at least. */
    private static final Map<String, Map<String, String>> CHILDREN = Map.of(
            "feed",
            counts("id 1 title 1 updated 1 author + link * category * contributor * generator ? icon ? logo ? rights ?"
                    + " subtitle ? entry *"),
            "entry",
            counts(
                    "id 1 title 1 updated 1 author * category * content ? contributor * link * published ? rights ? source ?"
                            + " summary ?"),
            "author",
            counts("name 1 uri ? email ?"),
            "contributor",
            counts("name 1 uri ? email ?"));

    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "link", Set.of("href", "rel", "type", "hreflang", "title", "length"),
            "category", Set.of("term", "scheme", "label"),
            "content", Set.of("type", "src"),
            "title", Set.of("type"),
            "subtitle", Set.of("type"),
            "summary", Set.of("type"),
            "rights", Set.of("type"),
            "generator", Set.of("uri", "version"));
    private static final Map<String, String> NEEDED = Map.of("link", "href", "category", "term");
    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

    private final List<String> faults = new ArrayList<>();

    private AtomRules() {}

    /** What is wrong with a feed; empty where nothing is. */
    static List<String> faults(Element feed) {
        AtomRules rules = new AtomRules();
        rules.require(ATOM.equals(feed.getNamespaceURI()) && feed.getLocalName().equals("feed"), feed, "is no feed");
        rules.check(feed);
        rules.requireOneOfEach(feed);
        return rules.faults;
    }

    private void check(Element element) {
        String name = element.getLocalName();
        require(ATOM.equals(element.getNamespaceURI()), element, "is of another vocabulary");
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            require(
                    attribute.getName().startsWith("xml")
                            || ATTRIBUTES.getOrDefault(name, Set.of()).contains(attribute.getName()),
                    element,
                    "may not have the attribute " + attribute.getName());
        }
        require(
                !NEEDED.containsKey(name) || element.hasAttribute(NEEDED.get(name)),
                element,
                "lacks " + NEEDED.get(name));
        List<Element> children = children(element);
        Map<String, String> counts = CHILDREN.getOrDefault(name, Map.of());
        counts.forEach((child, count) -> {
            long times = children.stream()
                    .filter(one -> one.getLocalName().equals(child))
                    .count();
            require(
                    switch (count) {
                        case "1" -> times == 1;
                        case "?" -> times <= 1;
                        case "+" -> times >= 1;
                        default -> true;
                    },
                    element,
                    "has " + child + " " + times + " times");
        });
        for (Element child : children) {
            require(counts.containsKey(child.getLocalName()), element, "may not hold " + child.getLocalName());
            check(child);
        }
        checkValue(element, name);
    }

    private void checkValue(Element element, String name) {
        String text = element.getTextContent();
        switch (name) {
            case "updated", "published" -> require(DATE.matcher(text).matches(), element, "is no date: " + text);
            case "id" -> require(isAbsolute(text), element, "is no address: " + text);
            case "link" -> require(isAbsolute(element.getAttribute("href")), element, "leads nowhere");
            case "title", "summary", "subtitle", "rights", "content" ->
                require(
                        !element.hasAttribute("type") || Set.of("text", "html").contains(element.getAttribute("type")),
                        element,
                        "is neither text nor HTML");
            case "entry" ->
                require(
                        has(element, "content") || hasAlternate(element),
                        element,
                        "has neither content nor a place where it is");
            default -> {} // nothing more is asked
        }
    }

    /** No two entries are the same version of the same thing; no two links are for the same. */
    private void requireOneOfEach(Element feed) {
        Set<String> versions = new HashSet<>();
        for (Element entry : children(feed)) {
            if (entry.getLocalName().equals("entry")) {
                require(versions.add(text(entry, "id") + " " + text(entry, "updated")), entry, "comes twice");
                require(links(entry, "alternate") <= 1, entry, "is at two places");
            }
        }
        require(links(feed, "alternate") <= 1, feed, "is at two places");
        require(links(feed, "self") == 1, feed, "does not say where it is");
    }

    private static long links(Element element, String relation) {
        return children(element).stream()
                .filter(child -> child.getLocalName().equals("link"))
                .filter(link -> (link.hasAttribute("rel") ? link.getAttribute("rel") : "alternate").equals(relation))
                .count();
    }

    private static boolean hasAlternate(Element entry) {
        return links(entry, "alternate") > 0;
    }

    private static boolean has(Element element, String name) {
        return children(element).stream().anyMatch(child -> child.getLocalName().equals(name));
    }

    private static String text(Element element, String name) {
        return children(element).stream()
                .filter(child -> child.getLocalName().equals(name))
                .map(Node::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static boolean isAbsolute(String text) {
        try {
            return URI.create(text).isAbsolute();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void require(boolean holds, Element element, String fault) {
        if (!holds) {
            faults.add(element.getNodeName() + " " + fault);
        }
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element one) {
                children.add(one);
            }
        }
        return children;
    }

    private static Map<String, String> counts(String written) {
        String[] words = written.split(" ");
        Map<String, String> counts = new TreeMap<>();
        for (int i = 0; i < words.length; i += 2) {
            counts.put(words[i], words[i + 1]);
        }
        return counts;
    }
}
