package io.demarche.coder;

import io.demarche.coder.candidate.ArticleMemory;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.repair.TreeRepairs;
import io.demarche.coder.text.Sentence;
import io.demarche.coder.text.Token;
import java.util.List;

/**
 * A sentence whose turn it is.
 *
 * @param memory what the sentences before have told
 * @param index the how many-th of the article it is, counted from 0
 * @param sentence where it stands in the body
 */
record UnreadSentence(ArticleMemory memory, int index, Sentence sentence) {
    /** Cut into tokens. */
    record Tokens(UnreadSentence of, List<Token> tokens) {}

    /** Parsed, with the names of the repairs that the tree took. */
    record Tree(UnreadSentence of, ParsedSentence tree, List<String> repairs) {
        Tree with(TreeRepairs.Mended mended) {
            return new Tree(of, mended.tree(), mended.repairs());
        }
    }
}
