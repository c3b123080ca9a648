package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.demarche.avro.EventMention;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must hold for every text, sense or nonsense. */
class RobustnessTest {
    /** The whole lengths take a minute: they are tried by the profile {@code thorough}. */
    private static final int SHORTENED = Integer.getInteger("test.shortened", 5);

    @Provide
    Arbitrary<String> newsJunk() {
        Arbitrary<String> words = Arbitraries.of(
                "Norway",
                "Russia",
                "the Kremlin",
                "expelled",
                "expulsion",
                "of",
                "two",
                "diplomats",
                "the ministry",
                "it",
                "he",
                "said",
                "that",
                "if",
                "not",
                "\"",
                "'s",
                ",",
                ".",
                "?",
                "and",
                "who",
                "to",
                "by",
                "ambassador",
                "Paris",
                "summoned",
                "on Monday",
                "December",
                "31",
                "2020",
                "-",
                "(",
                ")",
                "\n\n",
                "will",
                "must",
                "accused",
                "refused",
                "talks",
                "with",
                "France",
                "sanctions",
                "against",
                "48",
                "hours",
                "leave",
                "...",
                "\u2019",
                "\ud83d\ude00",
                "three days earlier",
                "in response",
                "over",
                "because of",
                "between",
                "agreed",
                "February",
                "30",
                "99999999999");
        return words.list().ofMinSize(0).ofMaxSize(120).map(list -> String.join(" ", list));
    }

    @Property
    void shouldPointAtItsQuoteWhateverTheText(@ForAll("newsJunk") String body) {
        for (EventMention mention : Coding.mentions(body)) {
            assertThat(body.substring(mention.getQuoteStart(), mention.getQuoteEnd()))
                    .isEqualTo(mention.getQuote());
        }
    }

    @Property
    void shouldNeverCodeAStateTowardItself(@ForAll("newsJunk") String body) {
        for (EventMention mention : Coding.mentions(body)) {
            assertThat(mention.getSource().getCountry())
                    .isNotEmpty()
                    .isNotEqualTo(mention.getTarget().getCountry());
            assertThat(mention.getConfidence()).isBetween(0.0, 1.0);
        }
    }

    @Property
    void shouldGiveTheSameMentionsTwice(@ForAll("newsJunk") String body) {
        assertThat(Coding.mentions(body)).isEqualTo(Coding.mentions(body));
    }

    @Property
    void shouldGiveEachMentionItsOwnIdentity(@ForAll("newsJunk") String body) {
        Set<String> ids = new HashSet<>();
        for (EventMention mention : Coding.mentions(body)) {
            assertThat(ids.add(mention.getMentionId())).isTrue();
        }
    }

    @Property
    void shouldNotFailOnAnyText(@ForAll String body) {
        assertThatCode(() -> Coding.mentions(body)).doesNotThrowAnyException();
        assertThatCode(() -> Coding.CODER.explain(Coding.article(body)).render())
                .doesNotThrowAnyException();
    }

    @Test
    void shouldOrderMentionsByQuoteThenIdentity() {
        // when
        List<EventMention> mentions = Coding.mentions(
                "Estonia and Latvia expelled diplomats from Russia and Belarus. Russia summoned the Estonian ambassador.");

        // then
        assertThat(mentions).hasSizeGreaterThan(3);
        List<EventMention> sorted = new ArrayList<>(mentions);
        sorted.sort((a, b) -> a.getQuoteStart() != b.getQuoteStart()
                ? a.getQuoteStart() - b.getQuoteStart()
                : a.getMentionId().compareTo(b.getMentionId()));
        assertThat(mentions).isEqualTo(sorted);
    }

    @Test
    void shouldNotFailWhenParagraphsAreShuffled() {
        // given
        List<String> paragraphs = new ArrayList<>(List.of(GoldenArticleTest.BODY.split("\n\n")));

        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(paragraphs, new Random(seed));
            String body = String.join("\n\n", paragraphs);

            // then
            assertThatCode(() -> Coding.mentions(body)).doesNotThrowAnyException();
        }
    }

    /** In the heap that the coder promises to do with: the module's tests have no more. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10000000 | 'Norway, Russia, France and the Kremlin summoned the ambassadors of '
            1000000  | 'Norway expelled two Russian diplomats and '
            1000000  | '"Norway said \u2018Russia expelled it, \u201cand '
            """)
    void shouldReadOneEndlessSentence(int length, String repeated) {
        // given
        String body = repeated.repeat(length / SHORTENED / repeated.length());

        // then
        assertThatCode(() -> Coding.mentions(body)).doesNotThrowAnyException();
    }

    @Test
    void shouldCodeAlikeOnManyThreads() {
        // given
        List<EventMention> expected = Coding.mentions(GoldenArticleTest.BODY);

        // when
        List<List<EventMention>> results = IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> Coding.mentions(GoldenArticleTest.BODY))
                .toList();

        // then
        assertThat(results).allMatch(expected::equals);
    }
}
