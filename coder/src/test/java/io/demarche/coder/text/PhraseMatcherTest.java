package io.demarche.coder.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PhraseMatcherTest {
    private static final int NAME = 1;
    private static final int TRIGGER = 2;

    private static final PhraseMatcher<String> MATCHER = new PhraseMatcher.Builder<String>()
            .add("Democratic Republic of the Congo", CaseRule.NAME, NAME, "COD")
            .add("Congo", CaseRule.NAME, NAME, "COG")
            .add("Turkey", CaseRule.NAME, NAME, "TUR")
            .add("U.S.", CaseRule.EXACT, NAME, "USA")
            .add("Côte d'Ivoire", CaseRule.NAME, NAME, "CIV")
            .add("Guinea-Bissau", CaseRule.NAME, NAME, "GNB")
            .add("Guinea", CaseRule.NAME, NAME, "GIN")
            .add("expelled", CaseRule.ANY, TRIGGER, "expel")
            .add("hand a note", CaseRule.ANY, TRIGGER, "protest")
            .add("it", CaseRule.EXACT, TRIGGER, "it")
            .build();

    @Test
    void shouldPreferTheLongestPhrase() {
        assertThat(values("the Democratic Republic of the Congo and Congo")).containsExactly("COD", "COG");
    }

    @Test
    void shouldFallBackOnTheShorterPhraseWhereTheLongerBreaksOff() {
        assertThat(values("Guinea-Conakry")).containsExactly("GIN");
    }

    @Test
    void shouldMatchNamesByCaseOrInCapitals() {
        assertThat(values("Turkey, TURKEY, turkey, TURkey")).containsExactly("TUR", "TUR");
    }

    @Test
    void shouldMatchTriggersInAnyCase() {
        assertThat(values("Expelled! EXPELLED expelled")).containsExactly("expel", "expel", "expel");
    }

    @Test
    void shouldMatchExactlyWhereToldTo() {
        assertThat(values("IT It it")).containsExactly("it");
    }

    @Test
    void shouldFindAPhraseRightAtAPlaceOnly() {
        String text = "of Guinea-Bissau and Congo";

        assertThat(MATCHER.findAt(text, 3, text.length())).hasValueSatisfying(found -> {
            assertThat(found.end()).isEqualTo(16);
            assertThat(found.values()).containsExactly("GNB");
        });
        assertThat(MATCHER.findAt(text, 0, text.length())).isEmpty();
        assertThat(MATCHER.findAt(text, 2, text.length())).isEmpty();
    }

    @Test
    void shouldMatchWholeWordsOnly() {
        assertThat(values("Congolese Turkeys unexpelled")).isEmpty();
    }

    @Test
    void shouldReadOverLineBreaksAndTypographicMarks() {
        assertThat(values("Côte\n d’Ivoire; hand\n\ta note; Guinea–Bissau")).containsExactly("CIV", "protest", "GNB");
    }

    @Test
    void shouldGivePositionsInTheWholeText() {
        assertThat(MATCHER.find("Congo Congo's Congo", 6, 13))
                .containsExactly(new PhraseMatch<>(6, 11, List.of("COG")));
    }

    @Test
    void shouldGiveIndicesOfTokens() {
        List<String> tokens =
                List.of("Guinea-Bissau", "and", "the", "U.S.", "Democratic", "Republic", "of", "the", "Congo");

        assertThat(MATCHER.findInTokens(tokens))
                .containsExactly(
                        new PhraseMatch<>(0, 1, List.of("GNB")),
                        new PhraseMatch<>(3, 4, List.of("USA")),
                        new PhraseMatch<>(4, 9, List.of("COD")));
    }

    @Test
    void shouldNotMatchAPartOfAToken() {
        assertThat(MATCHER.findInTokens(List.of("Guinea-Conakry", "pro-Congo"))).isEmpty();
    }

    @Test
    void shouldReturnEveryValueOfAPhrase() {
        PhraseMatcher<String> matcher = new PhraseMatcher.Builder<String>()
                .add("Georgia", CaseRule.NAME, NAME, "GEO")
                .add("Georgia", CaseRule.NAME, NAME, "US-GA")
                .build();

        assertThat(matcher.find("Georgia").get(0).values()).containsExactly("GEO", "US-GA");
    }

    @Test
    void shouldStopOnceAllWantedGroupsWereSeen() {
        assertThat(MATCHER.groups("Turkey expelled two", 0, 19, NAME | TRIGGER)).isEqualTo(NAME | TRIGGER);
        assertThat(MATCHER.groups("Turkey expelled two", 0, 19, NAME)).isEqualTo(NAME);
        assertThat(MATCHER.groups("turkey and cranberries", 0, 22, NAME)).isZero();
    }

    @Test
    void shouldRefuseABlankPhrase() {
        var builder = new PhraseMatcher.Builder<String>();

        assertThatThrownBy(() -> builder.add(" \n", CaseRule.ANY, 1, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldHoldManyPhrases() {
        var builder = new PhraseMatcher.Builder<Integer>();
        for (int i = 0; i < 20_000; i++) {
            builder.add("word" + i + " of " + i % 7, CaseRule.ANY, 1, i);
        }
        PhraseMatcher<Integer> matcher = builder.build();

        for (int i = 0; i < 20_000; i += 997) {
            assertThat(matcher.find("Word" + i + " of " + i % 7)).hasSize(1);
        }
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of("a", "b", "c", "d").list().ofMinSize(1).ofMaxSize(12);
    }

    /** Against the plainest search that there is: try every phrase at every place. */
    @Property
    void shouldFindWhatAPlainSearchFinds(@ForAll @From("words") List<String> text) {
        Map<List<String>, String> phrases = Map.of(
                List.of("a"), "1", List.of("a", "b"), "2", List.of("a", "b", "c", "d"), "3", List.of("c", "c"), "4");
        var builder = new PhraseMatcher.Builder<String>();
        phrases.forEach((phrase, value) -> builder.add(String.join(" ", phrase), CaseRule.ANY, 1, value));
        List<PhraseMatch<String>> expected = new ArrayList<>();
        for (int i = 0; i < text.size(); ) {
            int longest = 0;
            for (List<String> phrase : phrases.keySet()) {
                int end = i + phrase.size();
                if (end <= text.size() && text.subList(i, end).equals(phrase)) {
                    longest = Math.max(longest, phrase.size());
                }
            }
            if (longest > 0) {
                expected.add(new PhraseMatch<>(i, i + longest, List.of(phrases.get(text.subList(i, i + longest)))));
            }
            i += Math.max(longest, 1);
        }

        assertThat(builder.build().findInTokens(text)).isEqualTo(expected);
    }

    private static List<String> values(String text) {
        return MATCHER.find(text).stream().flatMap(m -> m.values().stream()).toList();
    }
}
