package io.demarche.coder.lexicon;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds known names among the tokens of a sentence: the longest that starts at a token. Immutable once built. */
public final class NameIndex {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final Map<String, Node> roots;

    private NameIndex(Map<String, Node> roots) {
        this.roots = roots;
    }

    /**
     * A name in a sentence.
     *
     * @param length how many tokens it has
     * @param names what it may stand for, in the order of the lexicon
     */
    public record Match(int length, List<Name> names) {}

    /** The longest name that starts at this token; null where none does. */
    public @org.jspecify.annotations.Nullable Match at(String[] forms, int start) {
        Map<String, Node> next = roots;
        Match best = null;
        for (int i = start; i < forms.length && next != null; i++) {
            Node node = next.get(key(forms[i]));
            if (node == null) {
                break;
            }
            if (!node.names.isEmpty()) {
                best = new Match(i - start + 1, node.names);
            }
            next = node.next;
        }
        return best;
    }

    /** The tokens with which a known name starts. */
    public Set<String> firstTokens() {
        return roots.keySet();
    }

    /** The form under which a token is looked up: without accents; words all in capitals as in a heading, title-cased. */
    static String key(String form) {
        String plain = form;
        for (int i = 0; i < form.length(); i++) {
            if (form.charAt(i) > 127) {
                plain = MARKS.matcher(Normalizer.normalize(form, Normalizer.Form.NFD))
                        .replaceAll("");
                break;
            }
        }
        if (plain.length() > 4 && isCapitals(plain)) {
            return plain.charAt(0) + plain.substring(1).toLowerCase(Locale.ROOT);
        }
        return plain;
    }

    private static boolean isCapitals(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isUpperCase(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private List<Name> names = List.of();
    }

    /** Collects names. */
    public static final class Builder {
        private final Map<String, Node> roots = new HashMap<>();
        private final Function<String, String[]> tokenizer;

        /** With the tokenizer that the sentences go through, so that names come apart as they do. */
        public Builder(Function<String, String[]> tokenizer) {
            this.tokenizer = tokenizer;
        }

        /** Adds a written form of a name. */
        public void add(String written, Name name) {
            Map<String, Node> level = roots;
            Node node = null;
            for (String token : tokenizer.apply(written)) {
                node = level.computeIfAbsent(key(token), any -> new Node());
                level = node.next;
            }
            if (node != null && !node.names.contains(name)) {
                List<Name> names = new ArrayList<>(node.names);
                names.add(name);
                node.names = List.copyOf(names);
            }
        }

        public NameIndex build() {
            return new NameIndex(Map.copyOf(roots));
        }
    }
}
