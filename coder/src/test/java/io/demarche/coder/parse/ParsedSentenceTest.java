package io.demarche.coder.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParsedSentenceTest {
    private static final String SENTENCE = "Norway expelled three\n Russian diplomats on Tuesday.";
    private static final ParsedSentence PARSE = DependencyParserTest.parse(SENTENCE);

    @Test
    void shouldLeadFromTheRootToItsArguments() {
        int root = PARSE.root();

        assertThat(PARSE.lemma(root)).isEqualTo("expel");
        assertThat(PARSE.form(PARSE.child(root, "nsubj"))).isEqualTo("Norway");
        assertThat(PARSE.lemma(PARSE.child(root, "dobj"))).isEqualTo("diplomat");
        assertThat(PARSE.child(root, "agent")).isEqualTo(-1);
    }

    @Test
    void shouldListChildrenFromLeftToRight() {
        assertThat(PARSE.children(PARSE.root())).containsExactly(0, 4, 5, 7);
        assertThat(PARSE.children(4, "nmod")).containsExactly(2, 3);
    }

    @Test
    void shouldGiveTheTextOfASubtreeAsWritten() {
        assertThat(PARSE.subtree(4)).isEqualTo(new TokenRange(2, 5));
        assertThat(PARSE.text(PARSE.subtree(4))).isEqualTo("three\n Russian diplomats");
    }

    @Test
    void shouldTellDescendantsFromTheTokenItself() {
        assertThat(PARSE.isDescendant(3, 4)).isTrue();
        assertThat(PARSE.isDescendant(4, 4)).isFalse();
        assertThat(PARSE.isDescendant(4, 3)).isFalse();
    }

    @Test
    void shouldFindTheTokenAtAPosition() {
        assertThat(PARSE.tokenAt(SENTENCE.indexOf("ussian"))).isEqualTo(3);
        assertThat(PARSE.tokenAt(SENTENCE.indexOf('\n'))).isEqualTo(-1);
    }

    @Test
    void shouldNotLetCallersChangeTheTree() {
        PARSE.children(PARSE.root())[0] = 99;

        assertThat(PARSE.children(PARSE.root())).startsWith(0);
    }
}
