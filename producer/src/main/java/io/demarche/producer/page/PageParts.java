package io.demarche.producer.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What the parts of a page are, by a table of tags, roles and names. */
final class PageParts {
    private static final int LONGEST_NAMES = 400;

    private final Words skipped;
    private final Words bodies;
    private final Words quoted;

    private record Words(Set<String> tags, Set<String> roles, Set<String> names) {
        Words() {
            this(new HashSet<>(), new HashSet<>(), new HashSet<>());
        }

        Set<String> told(String how) {
            return switch (how) {
                case "TAG" -> tags;
                case "ROLE" -> roles;
                case "NAME" -> names;
                default -> throw new IllegalArgumentException("told '" + how + "': none of TAG, ROLE, NAME");
            };
        }
    }

    private PageParts(Words skipped, Words bodies, Words quoted) {
        this.skipped = skipped;
        this.bodies = bodies;
        this.quoted = quoted;
    }

    /** The bundled table. */
    static PageParts load() {
        Words skipped = new Words();
        Words bodies = new Words();
        Words quoted = new Words();
        PageTable.rows("page-parts.tsv", 3, row -> {
            Words words = switch (row.get(0)) {
                case "SKIP" -> skipped;
                case "BODY" -> bodies;
                case "QUOTED" -> quoted;
                default -> throw new IllegalArgumentException("part '" + row.get(0) + "': none of SKIP, BODY, QUOTED");
            };
            words.told(row.get(1)).addAll(List.of(row.get(2).split(" ")));
        });
        return new PageParts(skipped, bodies, quoted);
    }

    /** Whether nobody sees it, or its tag or role says that it is no text of the article. */
    boolean isNeverText(Element element) {
        return skipped.tags().contains(element.normalName())
                || element.hasAttr("hidden")
                || isUnseen(element.attr("style"))
                || tells(skipped.roles(), element);
    }

    /** Whether its class or id says that it is something beside the article. */
    boolean isNamedBeside(Element element) {
        return named(skipped.names(), element) && !named(quoted.names(), element);
    }

    /** Whether it says of itself that it holds the article. */
    boolean isBody(Element element) {
        return bodies.tags().contains(element.normalName())
                || tells(bodies.roles(), element)
                || named(bodies.names(), element);
    }

    private static boolean isUnseen(String style) {
        if (style.isEmpty()) {
            return false;
        }
        String dense = style.replace(" ", "").toLowerCase(Locale.ROOT);
        return dense.contains("display:none") || dense.contains("visibility:hidden");
    }

    private static boolean tells(Set<String> roles, Element element) {
        return roles.contains(element.attr("role").toLowerCase(Locale.ROOT))
                || roles.contains(element.attr("itemprop").toLowerCase(Locale.ROOT));
    }

    private static boolean named(Set<String> names, Element element) {
        return named(names, element.attr("class")) || named(names, element.id());
    }

    private static boolean named(Set<String> names, String stated) {
        if (stated.isEmpty() || stated.length() > LONGEST_NAMES) {
            return false;
        }
        for (String name : stated.split("\\s+")) {
            String before = "";
            for (String word : words(name)) {
                if (names.contains(word) || names.contains(before + "-" + word)) {
                    return true;
                }
                before = word;
            }
        }
        return false;
    }

    /** The words of a name: {@code c-readMore__link2} holds c, read, more, link. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = Character.isLetter(c);
            boolean starts = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
            if ((!letter || starts) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (letter) {
                word.append(Character.toLowerCase(c));
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}
