package io.demarche.coder.parse;

import io.demarche.coder.text.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A sentence with its dependency tree. Tokens are named by their index, counted from 0; -1 stands for no token, and for
 * the head of the root. Trees are projective: what hangs from a token, it included, is a run of neighbouring tokens.
 * Immutable.
 */
public final class ParsedSentence {
    private static final int[] NONE = {};

    private final String body;
    private final List<Token> tokens;
    private final String[] lemmas;
    private final String[] tags;
    private final int[] heads;
    private final String[] labels;
    private final int[][] children;
    private final int[] first;
    private final int[] last;
    private final int root;
    private final boolean isTree;

    ParsedSentence(String body, List<Token> tokens, String[] lemmas, ParserSession.Tree tree) {
        this.body = body;
        this.tokens = List.copyOf(tokens);
        this.lemmas = lemmas;
        this.tags = tree.tags();
        this.heads = tree.heads();
        this.labels = tree.labels();
        int n = heads.length;
        int[] counts = new int[n];
        int foundRoot = -1;
        for (int i = 0; i < n; i++) {
            if (heads[i] < 0) {
                foundRoot = i;
            } else {
                counts[heads[i]]++;
            }
        }
        root = foundRoot;
        children = new int[n][];
        for (int i = 0; i < n; i++) {
            children[i] = counts[i] == 0 ? NONE : new int[counts[i]];
        }
        Arrays.fill(counts, 0);
        for (int i = 0; i < n; i++) {
            if (heads[i] >= 0) {
                children[heads[i]][counts[heads[i]]++] = i;
            }
        }
        first = new int[n];
        last = new int[n];
        isTree = findExtents();
    }

    /**
     * The same tokens, some of which hang elsewhere; empty where that would be no tree without crossing arcs. Time is linear in
     * the number of tokens.
     *
     * @param tokens those that hang elsewhere
     * @param newHeads for each of them, from what
     * @param newLabels for each of them, by which arc
     */
    public Optional<ParsedSentence> reattached(int[] tokens, int[] newHeads, String[] newLabels) {
        int[] otherHeads = heads.clone();
        String[] otherLabels = labels.clone();
        for (int i = 0; i < tokens.length; i++) {
            otherHeads[tokens[i]] = newHeads[i];
            otherLabels[tokens[i]] = newLabels[i];
        }
        ParsedSentence other =
                new ParsedSentence(body, this.tokens, lemmas, new ParserSession.Tree(tags, otherHeads, otherLabels));
        return other.isTree ? Optional.of(other) : Optional.empty();
    }

    /**
     * Visits each token after its dependents, without recursion: a chain may be as long as the sentence. Whoever is on a circle is
     * never visited; whatever has more tokens between its first and its last than hang from it lets arcs cross.
     *
     * @return whether this is one tree without crossing arcs
     */
    private boolean findExtents() {
        int n = heads.length;
        int[] sizes = new int[n];
        int roots = 0;
        boolean runs = true;
        int[] waiting = new int[n];
        int[] ready = new int[n];
        int end = 0;
        for (int i = 0; i < n; i++) {
            first[i] = i;
            last[i] = i;
            sizes[i] = 1;
            roots += heads[i] < 0 ? 1 : 0;
            waiting[i] = children[i].length;
            if (waiting[i] == 0) {
                ready[end++] = i;
            }
        }
        for (int next = 0; next < end; next++) {
            int i = ready[next];
            int head = heads[i];
            runs &= last[i] - first[i] + 1 == sizes[i];
            if (head >= 0) {
                sizes[head] += sizes[i];
                first[head] = Math.min(first[head], first[i]);
                last[head] = Math.max(last[head], last[i]);
                if (--waiting[head] == 0) {
                    ready[end++] = head;
                }
            }
        }
        return runs && end == n && (roots == 1 || n == 0);
    }

    /** How many tokens there are. */
    public int size() {
        return heads.length;
    }

    /** The token as written, with plain quotes and dashes. */
    public String form(int i) {
        return tokens.get(i).form();
    }

    /** The dictionary form in lower case, American spelling, as the lemmatizer gives it. */
    public String lemma(int i) {
        return lemmas[i];
    }

    /** The part of speech, as the Penn Treebank names it: NN, NNP, VBD … */
    public String tag(int i) {
        return tags[i];
    }

    /** What the token hangs from; -1 for the root. */
    public int head(int i) {
        return heads[i];
    }

    /** The name of the arc to the head, as CLEAR names it: nsubj, dobj, pobj …; {@code root} for the root. */
    public String label(int i) {
        return labels[i];
    }

    /** Where the token begins in the body, in UTF-16 units. */
    public int begin(int i) {
        return tokens.get(i).begin();
    }

    /** Where the token ends in the body (exclusive), in UTF-16 units. */
    public int end(int i) {
        return tokens.get(i).end();
    }

    public List<Token> tokens() {
        return tokens;
    }

    /** The token that hangs from no other; -1 in a sentence without tokens. */
    public int root() {
        return root;
    }

    /** What hangs from the token, from left to right. */
    public int[] children(int i) {
        return children[i].length == 0 ? NONE : children[i].clone();
    }

    /** What hangs from the token by an arc of that label, from left to right. */
    public int[] children(int i, String label) {
        int[] all = children[i];
        int[] found = NONE;
        int n = 0;
        for (int c : all) {
            if (labels[c].equals(label)) {
                found = n == 0 ? new int[all.length] : found;
                found[n++] = c;
            }
        }
        return n == found.length ? found : Arrays.copyOf(found, n);
    }

    /** The first dependent by an arc of that label; -1 where there is none. */
    public int child(int i, String label) {
        for (int c : children[i]) {
            if (labels[c].equals(label)) {
                return c;
            }
        }
        return -1;
    }

    public boolean hasChild(int i, String label) {
        return child(i, label) >= 0;
    }

    /** The token with all that hangs from it, directly or not. */
    public TokenRange subtree(int i) {
        return new TokenRange(first[i], last[i] + 1);
    }

    /** Whether the token hangs from {@code ancestor}, directly or not; a token is no descendant of itself. */
    public boolean isDescendant(int i, int ancestor) {
        return i != ancestor && i >= first[ancestor] && i <= last[ancestor];
    }

    /** The token that covers the position in the body; -1 where none does. */
    public int tokenAt(int offset) {
        int low = 0;
        int high = tokens.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Token token = tokens.get(middle);
            if (offset < token.begin()) {
                high = middle - 1;
            } else if (offset >= token.end()) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -1;
    }

    /** The body from the token {@code from} up to, not including, the token {@code to}: as written, line breaks and all. */
    public String text(int from, int to) {
        return from == to ? "" : body.substring(begin(from), end(to - 1));
    }

    public String text(TokenRange range) {
        return text(range.begin(), range.end());
    }

    /** The tree on one line, for people: {@code expels/expel/VBZ<root:ROOT>}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < size(); i++) {
            line.append(i == 0 ? "" : " ")
                    .append(form(i))
                    .append('/')
                    .append(lemmas[i])
                    .append('/')
                    .append(tags[i])
                    .append('<')
                    .append(labels[i])
                    .append(':')
                    .append(heads[i] < 0 ? "ROOT" : form(heads[i]))
                    .append('>');
        }
        return line.toString();
    }
}
