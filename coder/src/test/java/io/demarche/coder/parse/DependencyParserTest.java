package io.demarche.coder.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.coder.text.Token;
import io.demarche.coder.text.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DependencyParserTest {
    private static final DependencyParser PARSER = DependencyParser.load();
    private static final Tokenizer TOKENIZER = Tokenizer.load();

    record Recorded(String sentence, List<String> rows) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static Stream<Recorded> recorded() throws IOException {
        try (InputStream in = DependencyParserTest.class.getResourceAsStream("trees.tsv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n\n")).skip(1).map(block -> {
                List<String> lines = block.lines().toList();
                return new Recorded(lines.get(0).substring(2), lines.subList(1, lines.size()));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void shouldParseAsThePrototypeDid(Recorded recorded) {
        ParsedSentence parse = parse(recorded.sentence());

        assertThat(rows(parse)).isEqualTo(recorded.rows());
    }

    @Test
    void shouldParseAlikeInEveryThread() throws IOException {
        List<String> sentences = recorded().map(Recorded::sentence).toList();
        List<String> expected = sentences.stream().map(s -> parse(s).toString()).toList();

        List<String> inParallel = Stream.generate(() -> sentences)
                .limit(8)
                .flatMap(List::stream)
                .parallel()
                .map(s -> parse(s).toString())
                .toList();

        assertThat(inParallel.subList(0, expected.size())).isEqualTo(expected);
        assertThat(inParallel.subList(7 * expected.size(), 8 * expected.size())).isEqualTo(expected);
    }

    @Test
    void shouldParseASentenceWithoutTokens() {
        ParsedSentence parse = PARSER.parse("", List.of());

        assertThat(parse.size()).isZero();
        assertThat(parse.root()).isEqualTo(-1);
    }

    @Test
    void shouldNeedLinearTimeAndNoStackForAnEndlessSentence() {
        String body = "very ".repeat(200_000).strip();

        ParsedSentence parse = parse(body);

        assertThat(parse.size()).isEqualTo(200_000);
        assertThat(parse.subtree(parse.root())).isEqualTo(new TokenRange(0, 200_000));
    }

    @Provide
    Arbitrary<List<String>> forms() {
        Arbitrary<String> word = Arbitraries.of(
                "France",
                "expelled",
                "the",
                "of",
                "to",
                ",",
                ".",
                "\"",
                "'s",
                "and",
                "said",
                "was",
                "two",
                "\uD83D\uDE00");
        Arbitrary<String> junk = Arbitraries.strings().all().ofMinLength(1).ofMaxLength(8);
        return Arbitraries.oneOf(word, junk).list().ofMaxSize(40);
    }

    @Property
    void shouldMakeATreeOfAnyTokens(@ForAll @From("forms") List<String> forms) {
        ParsedSentence parse = parseForms(forms);

        int roots = 0;
        for (int i = 0; i < parse.size(); i++) {
            roots += parse.head(i) < 0 ? 1 : 0;
            int steps = 0;
            for (int up = i; up >= 0; up = parse.head(up)) {
                assertThat(steps++).as("steps to the root").isLessThanOrEqualTo(parse.size());
            }
        }
        assertThat(roots).isEqualTo(forms.isEmpty() ? 0 : 1);
    }

    @Property
    void shouldCallNothingButRootWhatHangsFromNoToken(@ForAll @From("forms") List<String> forms) {
        ParsedSentence parse = parseForms(forms);

        if (!forms.isEmpty()) {
            assertThat(parse.label(parse.root())).isEqualTo("root");
        }
    }

    @Property
    void shouldHoldEverySubtreeTogether(@ForAll @From("forms") List<String> forms) {
        ParsedSentence parse = parseForms(forms);

        for (int i = 0; i < parse.size(); i++) {
            for (int j = 0; j < parse.size(); j++) {
                boolean above = false;
                for (int up = parse.head(j); up >= 0; up = parse.head(up)) {
                    above |= up == i;
                }
                assertThat(parse.isDescendant(j, i)).isEqualTo(above);
            }
        }
    }

    static ParsedSentence parse(String sentence) {
        return PARSER.parse(sentence, TOKENIZER.tokenize(sentence, 0, sentence.length()));
    }

    private static ParsedSentence parseForms(List<String> forms) {
        StringBuilder body = new StringBuilder();
        List<Token> tokens = new ArrayList<>();
        for (String form : forms) {
            tokens.add(new Token(form, body.length(), body.length() + form.length()));
            body.append(form).append(' ');
        }
        return PARSER.parse(body.toString(), tokens);
    }

    private static List<String> rows(ParsedSentence parse) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < parse.size(); i++) {
            rows.add(String.join("\t", parse.form(i), parse.tag(i), String.valueOf(parse.head(i) + 1), parse.label(i)));
        }
        return rows;
    }
}
