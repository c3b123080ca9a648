package io.demarche.tension;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.schemas.Dyad;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What was announced last is what holds, however the mentions came in. */
class AnnouncementsPropertyTest {
    private static final Dyad PAIR = Dyad.parse("AZE-FRA");
    private static final LadderAssessor ASSESSOR = LadderAssessor.withBundledRules();
    private static final Announcements ANNOUNCEMENTS = new Announcements(ASSESSOR.rules());
    private static final LocalDate END = RandomMentions.START.plusDays(150);

    @Property
    void shouldEndWithTheSameContentHoweverTheMentionsCame(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
        List<EventMention> mentions = new RandomMentions(seed).some(size, true);
        Assessment holds = ASSESSOR.assess(PAIR, mentions, END);
        Random random = new Random(seed);
        Collections.shuffle(mentions, random);

        Announced announced = feed(mentions, random, new ArrayList<>());

        assertThat(standing(announced).stream().map(AnnouncementsPropertyTest::unnumbered))
                .containsExactlyElementsOf(holds.alerts().stream()
                        .map(AnnouncementsPropertyTest::unnumbered)
                        .toList());
        assertThat(announced.events().values().stream()
                        .filter(event -> event.getMentions() > 0)
                        .map(event -> Restamped.of(event, 0)))
                .containsExactlyInAnyOrderElementsOf(holds.events().stream()
                        .map(event -> Restamped.of(event, 0))
                        .toList());
        assertThat(announced.tension()).isEqualTo(holds.tension());
    }

    @Property
    void shouldResolveOnlyWhatFiredAndNumberUpwards(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
        List<EventMention> mentions = new RandomMentions(seed).some(size, true);
        Random random = new Random(seed);
        Collections.shuffle(mentions, random);
        List<EscalationAlert> sent = new ArrayList<>();

        feed(mentions, random, sent);

        Map<String, EscalationAlert> last = new HashMap<>();
        for (EscalationAlert alert : sent) {
            EscalationAlert before = last.put(alert.getAlertId(), alert);
            if (before == null || before.getStatus() == AlertStatus.RETRACTED) {
                assertThat(alert.getStatus()).isEqualTo(AlertStatus.FIRING);
            }
            if (before != null) {
                assertThat(alert.getRevision()).isGreaterThan(before.getRevision());
            }
        }
    }

    @Property
    void shouldHaveNothingMoreToSayOnceItIsSaid(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
        List<EventMention> mentions = new RandomMentions(seed).some(size, true);
        Announced announced = feed(mentions, new Random(seed), new ArrayList<>());

        Announcements.Due due =
                ANNOUNCEMENTS.due(announced, ASSESSOR.assess(PAIR, mentions, END), RandomMentions.START.minusDays(90));

        assertThat(due.alerts()).isEmpty();
        assertThat(due.events()).isEmpty();
        assertThat(due.tension()).isEmpty();
    }

    /** With few mentions there is no surge, and with stated days no act moves: episodes then never shrink. */
    @Property
    void shouldEndWithTheSameRevisionsWhereEvidenceOnlyAdds(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int size) {
        List<EventMention> mentions = new RandomMentions(seed).stated(size);
        List<EscalationAlert> holds = ASSESSOR.assess(PAIR, mentions, END).alerts();
        Random random = new Random(seed);
        Collections.shuffle(mentions, random);

        Announced announced = feed(mentions, random, new ArrayList<>());

        assertThat(standing(announced)).containsExactlyElementsOf(holds);
    }

    @Property
    void shouldNeverNumberBelowTheAssessment(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
        List<EventMention> mentions = new RandomMentions(seed).some(size, true);
        Random random = new Random(seed);
        Collections.shuffle(mentions, random);

        Announced announced = feed(mentions, random, new ArrayList<>());

        for (EscalationAlert alert : ASSESSOR.assess(PAIR, mentions, END).alerts()) {
            assertThat(announced.alerts().get(alert.getAlertId()).getRevision())
                    .isGreaterThanOrEqualTo(alert.getRevision());
        }
    }

    /** Takes the mentions in in random portions while the day goes on, and ends on the last day. */
    private static Announced feed(List<EventMention> mentions, Random random, List<EscalationAlert> sent) {
        Announced announced = Announced.nothing();
        LocalDate asOf = RandomMentions.START;
        int taken = 0;
        while (taken < mentions.size() || asOf.isBefore(END)) {
            int more = Math.min(mentions.size(), taken + random.nextInt(6));
            LocalDate from = mentions.subList(taken, more).stream()
                    .map(EventMention::getEventDate)
                    .min(Comparator.naturalOrder())
                    .orElse(LocalDate.MAX);
            taken = more;
            LocalDate next = asOf.plusDays(random.nextInt(10));
            asOf = next.isAfter(END) ? END : next;
            Announcements.Due due =
                    ANNOUNCEMENTS.due(announced, ASSESSOR.assess(PAIR, mentions.subList(0, taken), asOf), from);
            sent.addAll(due.alerts());
            announced = announced.plus(due, ASSESSOR.rules());
        }
        return announced;
    }

    private static List<EscalationAlert> standing(Announced announced) {
        return announced.alerts().values().stream()
                .filter(alert -> alert.getStatus() != AlertStatus.RETRACTED)
                .sorted(Comparator.comparing(EscalationAlert::getFiredOn).thenComparing(EscalationAlert::getLevel))
                .toList();
    }

    private static EscalationAlert unnumbered(EscalationAlert alert) {
        return Restamped.of(alert, alert.getStatus(), 0);
    }
}
