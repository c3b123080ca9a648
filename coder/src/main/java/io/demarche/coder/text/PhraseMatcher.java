package io.demarche.coder.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds many phrases at once, in raw text or in tokens: one pass, the longest phrase at each place, no overlaps. A phrase
 * is a sequence of words and marks; the white space between them does not count, so a line break inside a name does no
 * harm, and words match as wholes only. Immutable once built.
 *
 * <p>Each phrase is of one or more groups (bits). {@link #groups} answers which groups occur at all, and stops as soon as it
 * has seen all that are wanted: cheap enough to look at every paragraph of the news before anything else is done with it.
 *
 * <pre>{@code
 * PhraseMatcher<String> states = new PhraseMatcher.Builder<String>()
 *         .add("Democratic Republic of the Congo", CaseRule.NAME, 1, "COD")
 *         .add("Congo", CaseRule.NAME, 1, "COG")
 *         .build();
 * }</pre>
 *
 * @param <T> what phrases stand for
 */
public final class PhraseMatcher<T> {
    private final UnitTable units;
    private final PhraseTree<T> tree;

    private PhraseMatcher(UnitTable units, PhraseTree<T> tree) {
        this.units = units;
        this.tree = tree;
    }

    /** The phrases in the text, from left to right. */
    public List<PhraseMatch<T>> find(CharSequence text) {
        return find(text, 0, text.length());
    }

    /** The phrases in {@code text[begin, end)}, from left to right; positions are those of the whole text. */
    public List<PhraseMatch<T>> find(CharSequence text, int begin, int end) {
        List<PhraseMatch<T>> found = new ArrayList<>();
        Search search = new Search(text, end, null, null);
        for (int at = Units.next(text, begin, end); at < end; ) {
            if (search.longestAt(at)) {
                found.add(new PhraseMatch<>(at, search.matchEnd, search.values()));
                at = Units.next(text, search.matchEnd, end);
            } else {
                at = Units.next(text, search.unitEnd, end);
            }
        }
        return found;
    }

    /** The phrase that begins right at {@code begin}; empty where none does. */
    public Optional<PhraseMatch<T>> findAt(CharSequence text, int begin, int end) {
        Search search = new Search(text, end, null, null);
        return Units.next(text, begin, end) == begin && begin < end && search.longestAt(begin)
                ? Optional.of(new PhraseMatch<>(begin, search.matchEnd, search.values()))
                : Optional.empty();
    }

    /**
     * The phrases among the tokens, from left to right. A phrase begins and ends where tokens do; positions are indices of
     * tokens.
     */
    public List<PhraseMatch<T>> findInTokens(List<String> tokens) {
        StringBuilder joined = new StringBuilder();
        BitSet begins = new BitSet();
        BitSet ends = new BitSet();
        for (String token : tokens) {
            begins.set(joined.length());
            joined.append(token);
            ends.set(joined.length());
            joined.append(' ');
        }
        List<PhraseMatch<T>> found = new ArrayList<>();
        Search search = new Search(joined, joined.length(), begins, ends);
        int index = 0;
        int at = 0;
        while (index < tokens.size()) {
            int next = index + 1;
            if (search.longestAt(at)) {
                while (at + tokens.get(next - 1).length() < search.matchEnd) {
                    at += tokens.get(next - 1).length() + 1;
                    next++;
                }
                found.add(new PhraseMatch<>(index, next, search.values()));
            }
            at += tokens.get(next - 1).length() + 1;
            index = next;
        }
        return found;
    }

    /**
     * Which groups have a phrase in {@code text[begin, end)}, phrases inside longer ones left aside. Stops once all of
     * {@code wanted} were seen: other groups may then be missing from the answer.
     */
    public int groups(CharSequence text, int begin, int end, int wanted) {
        int seen = 0;
        Search search = new Search(text, end, null, null);
        for (int at = Units.next(text, begin, end); at < end && (seen & wanted) != wanted; ) {
            if (search.longestAt(at)) {
                seen |= search.groups();
                at = Units.next(text, search.matchEnd, end);
            } else {
                at = Units.next(text, search.unitEnd, end);
            }
        }
        return seen;
    }

    /** Looks for the longest phrase that begins at a place. */
    private final class Search {
        private final CharSequence text;
        private final int end;
        private final @Nullable BitSet begins;
        private final @Nullable BitSet ends;
        private int node;
        private int start;
        /** Where the unit ends with which the last search began. */
        int unitEnd;
        /** Where the phrase ends that the last search found. */
        int matchEnd;

        Search(CharSequence text, int end, @Nullable BitSet begins, @Nullable BitSet ends) {
            this.text = text;
            this.end = end;
            this.begins = begins;
            this.ends = ends;
        }

        boolean longestAt(int at) {
            node = PhraseTree.NONE;
            start = at;
            unitEnd = Units.end(text, at, end);
            if (begins != null && !begins.get(at)) {
                return false;
            }
            int reached = PhraseTree.TOP;
            int to = unitEnd;
            for (int from = at; from < end; ) {
                int unit = units.find(text, from, to);
                reached = unit < 0 ? PhraseTree.NONE : tree.child(reached, unit);
                if (reached == PhraseTree.NONE) {
                    break;
                }
                if (tree.isPhrase(reached) && (ends == null || ends.get(to)) && tree.admits(reached, text, at, end)) {
                    node = reached;
                    matchEnd = to;
                }
                from = Units.next(text, to, end);
                to = from < end ? Units.end(text, from, end) : from;
            }
            return node != PhraseTree.NONE;
        }

        List<T> values() {
            return tree.values(node, text, start, end);
        }

        int groups() {
            return tree.groups(node, text, start, end);
        }
    }

    /** Collects phrases. */
    public static final class Builder<T> {
        private final UnitTable units = new UnitTable();
        private final PhraseTree<T> tree = new PhraseTree<>();

        /**
         * Adds a phrase. The same phrase may be added again with another value, or with another rule for its case.
         *
         * @param phrase its words and marks, with any white space between them
         * @param rule how its case must agree with the text
         * @param groups its groups, as bits
         * @param value what it stands for
         * @throws IllegalArgumentException where the phrase is blank or without group
         */
        public Builder<T> add(String phrase, CaseRule rule, int groups, T value) {
            if (phrase.isBlank() || groups == 0) {
                throw new IllegalArgumentException("no phrase: \"" + phrase + "\" in groups " + groups);
            }
            int node = PhraseTree.TOP;
            int end = phrase.length();
            List<String> written = new ArrayList<>();
            for (int from = Units.next(phrase, 0, end); from < end; ) {
                int to = Units.end(phrase, from, end);
                node = tree.childOrNew(node, units.add(phrase, from, to));
                written.add(plain(phrase, from, to));
                from = Units.next(phrase, to, end);
            }
            tree.add(node, new PhraseTree.Entry<>(written, rule, groups, value));
            return this;
        }

        private static String plain(String phrase, int from, int to) {
            StringBuilder made = new StringBuilder(to - from);
            for (int i = from; i < to; i++) {
                made.append(Characters.plain(phrase.charAt(i)));
            }
            return made.toString();
        }

        /** The matcher over a copy of the phrases added so far. */
        public PhraseMatcher<T> build() {
            return new PhraseMatcher<>(units.copy(), tree.copy());
        }
    }
}
