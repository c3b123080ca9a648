package io.demarche.tension;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.schemas.Dyad;
import io.demarche.tension.evidence.MentionTriage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds is a function of the set of mentions and the day, not of how the mentions came. */
class OrderFreedomTest {
    private static final Dyad PAIR = Dyad.parse("AZE-FRA");
    private static final LadderAssessor ASSESSOR = LadderAssessor.withBundledRules();

    @Property
    void shouldNotCareForOrderOrRepetition(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 120) int size, @ForAll @IntRange(max = 160) int day) {
        List<EventMention> mentions = new RandomMentions(seed).some(size, true);
        LocalDate asOf = RandomMentions.START.plusDays(day);
        String expected = ASSESSOR.assess(PAIR, mentions, asOf).toString();

        Random random = new Random(seed);
        List<EventMention> disturbed = new ArrayList<>(mentions);
        mentions.stream().filter(mention -> random.nextBoolean()).forEach(disturbed::add);
        Collections.shuffle(disturbed, random);

        assertThat(ASSESSOR.assess(PAIR, disturbed, asOf)).hasToString(expected);
    }

    @Property
    void shouldOnlyNeedTheLatestVersionOfEachMention(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int size) {
        List<EventMention> mentions = new RandomMentions(seed).some(size, true);
        LocalDate asOf = RandomMentions.START.plusDays(150);
        List<EventMention> latest =
                MentionTriage.of(PAIR, mentions, asOf, ASSESSOR.rules()).current();

        assertThat(ASSESSOR.assess(PAIR, latest, asOf)).isEqualTo(ASSESSOR.assess(PAIR, mentions, asOf));
    }

    @Property
    void shouldGiveEachAlertOnceAndByDayAndLevel(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int size) {
        List<EventMention> mentions = new RandomMentions(seed).some(size, true);
        List<EscalationAlert> alerts = ASSESSOR.assess(PAIR, mentions, RandomMentions.START.plusDays(150))
                .alerts();

        assertThat(alerts).extracting(EscalationAlert::getAlertId).doesNotHaveDuplicates();
        assertThat(alerts)
                .isSortedAccordingTo(
                        Comparator.comparing(EscalationAlert::getFiredOn).thenComparing(EscalationAlert::getLevel));
    }

    @Property
    void shouldAssessTheSameWhateverTheOrderOfVerdicts(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int size) {
        List<EventMention> mentions = new RandomMentions(seed).some(size, true);
        LocalDate asOf = RandomMentions.START.plusDays(150);
        List<AnalystVerdict> verdicts =
                RandomVerdicts.on(ASSESSOR.assess(PAIR, mentions, asOf).events(), new Random(seed));
        List<AnalystVerdict> disturbed = new ArrayList<>(verdicts);
        disturbed.addAll(verdicts.subList(0, verdicts.size() / 2));
        Collections.shuffle(disturbed, new Random(seed + 1));

        assertThat(new BatchAssessment(ASSESSOR, disturbed).alerts(mentions, asOf))
                .isEqualTo(new BatchAssessment(ASSESSOR, verdicts).alerts(mentions, asOf));
    }
}
