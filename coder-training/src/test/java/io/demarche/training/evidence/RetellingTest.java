package io.demarche.training.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.coder.Article;
import io.demarche.coder.evidence.ActTypes;
import io.demarche.coder.lexicon.Lexicon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Labels name an act once; what is learned from the other words that tell it. */
class RetellingTest {
    private static final String TEXT =
            "Norway expelled two Peruvian diplomats on Monday. Lima regretted that Norway had thrown out its diplomats.";
    private static final ActTypes TYPES = ActTypes.load();
    private static final int EXPULSION = TYPES.of("DIPLOMATS_EXPELLED");

    private static Lesson lesson() {
        int at = TEXT.indexOf("expelled");
        Instant time = Instant.parse("2021-06-16T12:00:00Z");
        LabelledArticle labelled = new LabelledArticle(
                new Article("a1", "", "", "", "", TEXT, time, time),
                "a1",
                List.of(new LabelledArticle.Act(
                        "NOR", "PER", "DIPLOMATS_EXPELLED", false, at, at + "expelled".length())));
        return new Lessons(Lexicon.load(), TYPES).read(List.of(labelled)).get(0);
    }

    private static int word(Lesson lesson, String lemma) {
        for (int i = 0; i < lesson.words().size(); i++) {
            if (lesson.words()
                    .get(i)
                    .place()
                    .reading()
                    .tree()
                    .lemma(lesson.words().get(i).token())
                    .equals(lemma)) {
                return i;
            }
        }
        throw new AssertionError("no word " + lemma);
    }

    /** The lesson with retellings, by a model that is so sure of one word and of no other. */
    private static Lesson retold(Lesson lesson, int word, double chance) {
        List<double[]> chances = new ArrayList<>();
        lesson.words().forEach(each -> chances.add(new double[TYPES.size()]));
        chances.get(word)[EXPULSION] = chance;
        return lesson.withRetellings(chances, TYPES);
    }

    @Test
    void shouldLearnAnActFromAWordThatLikelyTellsItAgain() {
        Lesson lesson = lesson();
        int regretted = word(lesson, "regret");

        Lesson retold = retold(lesson, regretted, 0.5);

        assertThat(retold.kind(regretted)).isEqualTo(EXPULSION);
        assertThat(retold.isRetelling(regretted)).isTrue();
    }

    @Test
    void shouldLeaveOpenWhatAWordMayTellAgain() {
        Lesson lesson = lesson();
        int regretted = word(lesson, "regret");

        assertThat(lesson.kind(regretted)).isZero();
        assertThat(retold(lesson, regretted, 0.2).kind(regretted)).isEqualTo(Lesson.OPEN);
        assertThat(retold(lesson, regretted, 0.05).kind(regretted)).isZero();
    }

    @Test
    void shouldKeepWhatALabelSaysOfAWord() {
        Lesson lesson = lesson();
        int expelled = word(lesson, "expel");

        Lesson retold = retold(lesson, expelled, 0.9);

        assertThat(retold.kind(expelled)).isEqualTo(EXPULSION);
        assertThat(retold.isRetelling(expelled)).isFalse();
    }
}
