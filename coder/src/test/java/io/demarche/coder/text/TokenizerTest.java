package io.demarche.coder.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
    private static final Tokenizer TOKENIZER = Tokenizer.load();

    /** The expected tokens are those of the tokenizer by which the parser's training text was cut. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Norway's king met Peru's president.           | Norway 's king met Peru 's president .
            They can't and won't leave, he said.          | They ca n't and wo n't leave , he said .
            "We cannot accept this," said the envoy.      | " We can not accept this , " said the envoy .
            The U.S. and the U.K. agreed.                 | The U.S. and the U.K. agreed .
            Talks at the U.N.                             | Talks at the U.N .
            Mr. Adeyemi arrived at 5 p.m. on Dec. 3.      | Mr. Adeyemi arrived at 5 p.m. on Dec. 3 .
            The “mediator” isn’t neutral — he’s partial.  | The " mediator " is n't neutral -- he 's partial .
            It cost $1.5 million (two thirds of it aid).  | It cost $ 1.5 million ( two thirds of it aid ) .
            The ministers' 'frank' exchange lasted...     | The ministers ' ' frank ' exchange lasted ...
            Chadian-led troops left.                      | Chadian - led troops left .
            A 48-hour deadline, a tit-for-tat move!       | A 48- hour deadline , a tit- for - tat move !
            """)
    void shouldCutAsTheTrainingTextWasCut(String sentence, String expected) {
        assertThat(forms(sentence)).isEqualTo(expected);
    }

    @Test
    void shouldKeepTrueOffsetsUnderPlainForms() {
        String text = "Lima’s envoy — a “friend” — left.";
        List<Token> tokens = TOKENIZER.tokenize(text, 0, text.length());

        assertThat(tokens).extracting(t -> text.substring(t.begin(), t.end())).contains("Lima", "’s", "—", "“", "left");
        assertThat(tokens).extracting(Token::form).contains("Lima", "'s", "--", "\"", "left");
    }

    @Test
    void shouldPointIntoTheWholeText() {
        String text = "Ignored. Oslo protests.";

        assertThat(TOKENIZER.tokenize(text, 9, text.length()))
                .containsExactly(new Token("Oslo", 9, 13), new Token("protests", 14, 22), new Token(".", 22, 23));
    }

    @Test
    void shouldTreatALineBreakAsABlank() {
        assertThat(forms("The Czech\n  envoy")).isEqualTo("The Czech envoy");
    }

    @Test
    void shouldLeaveARunThatIsNoWordWhole() {
        String junk = "a'b,\"".repeat(200_000);

        assertThat(TOKENIZER.tokenize(junk, 0, junk.length())).hasSize(1);
    }

    @Test
    void shouldNotPartASurrogatePair() {
        String text = "Great\uD83D\uDE00news \uD83D\uDE00\uD83D\uDE00 !";

        assertThat(TOKENIZER.tokenize(text, 0, text.length()))
                .noneMatch(t -> Character.isLowSurrogate(text.charAt(t.begin())));
    }

    @Test
    void shouldFindNothingInWhiteSpace() {
        assertThat(TOKENIZER.tokenize(" \n\t\u00a0", 0, 4)).isEmpty();
    }

    @Test
    void shouldRefuseARangeOutsideTheText() {
        assertThatThrownBy(() -> TOKENIZER.tokenize("abc", 0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static String forms(String sentence) {
        return TOKENIZER.tokenize(sentence, 0, sentence.length()).stream()
                .map(Token::form)
                .collect(Collectors.joining(" "));
    }
}
