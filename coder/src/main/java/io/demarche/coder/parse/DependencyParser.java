package io.demarche.coder.parse;

import io.demarche.coder.text.Token;
import java.util.List;

/**
 * Tags, lemmatises and parses tokenised sentences: a greedy arc-hybrid parser whose three linear classifiers (tag, move,
 * label) were trained on the output of a slower teacher (see {@code docs/adr/0003-language-stack.md}). Tags are Penn
 * Treebank's, labels CLEAR's. Immutable; any number of threads may share an instance, each gets its own scratch memory.
 *
 * <pre>{@code
 * DependencyParser parser = DependencyParser.load();
 * ParsedSentence parse = parser.parse(body, tokenizer.tokenize(body, sentence.textBegin(), sentence.end()));
 * }</pre>
 */
public final class DependencyParser {
    private static final String MODEL = "/io/demarche/coder/model/newsparser-free.gz";

    private final ParserModel model;
    private final Lemmatizer lemmatizer;
    private final ThreadLocal<ParserSession> sessions;

    private DependencyParser(ParserModel model, Lemmatizer lemmatizer) {
        this.model = model;
        this.lemmatizer = lemmatizer;
        this.sessions = ThreadLocal.withInitial(() -> new ParserSession(this.model));
    }

    /**
     * Loads the bundled model and lemmatizer. Costly (some tenths of a second): once a process is enough.
     *
     * @throws io.demarche.schemas.DemarcheException where a bundled resource is missing or damaged
     */
    public static DependencyParser load() {
        return new DependencyParser(ParserModel.load(MODEL), Lemmatizer.load());
    }

    /**
     * Parses one sentence. Any tokens give a tree: one root, no cycle, no crossing arcs. Time is linear in their number.
     *
     * @param body the text that the tokens' offsets point into
     * @param tokens the sentence; may be empty
     */
    public ParsedSentence parse(String body, List<Token> tokens) {
        String[] forms = new String[tokens.size()];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = tokens.get(i).form();
        }
        ParserSession.Tree tree = tree(forms);
        String[] lemmas = new String[forms.length];
        for (int i = 0; i < forms.length; i++) {
            lemmas[i] = lemmatizer.lemma(forms[i], tree.tags()[i]);
        }
        return new ParsedSentence(body, tokens, lemmas, tree);
    }

    /** The bare tree over forms, none of them empty. */
    ParserSession.Tree tree(String[] forms) {
        return sessions.get().parse(forms);
    }
}
