package io.demarche.tension.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.avro.TensionLevel;
import io.demarche.tension.BatchAssessment;
import io.demarche.tension.LadderAssessor;
import io.demarche.tension.rules.CodeTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BareEventsTest {
    private static final LocalDate DAY = LocalDate.parse("2019-05-02");
    private static final BareEvent ROW = BareEvent.of(DAY, "AZE", "FRA", "161");

    private static List<EventMention> mentions(List<BareEvent> rows) {
        BareEvents stream = new BareEvents(CodeTable.bundled(), ActCatalogue.bundled());
        return rows.stream().map(stream::next).toList();
    }

    private static List<EscalationAlert> alerts(List<BareEvent> rows) {
        return new BatchAssessment(LadderAssessor.withBundledRules()).alerts(mentions(rows), DAY);
    }

    @Test
    void shouldNeedTwoRowsToBelieveACoerciveActAndFourToBelieveForce() {
        assertThat(alerts(List.of(ROW))).isEmpty();
        assertThat(alerts(List.of(ROW, ROW)))
                .extracting(EscalationAlert::getLevel)
                .containsExactly(TensionLevel.CONFRONTATION);

        BareEvent force = BareEvent.of(DAY, "AZE", "FRA", "190");
        assertThat(alerts(List.of(force, force, force))).isEmpty();
        assertThat(alerts(List.of(force, force, force, force)))
                .extracting(EscalationAlert::getLevel)
                .containsExactly(TensionLevel.HOSTILITIES);
    }

    @Test
    void shouldTakeARowOfTheSameArticleForTheSameMention() {
        BareEvent known = new BareEvent(DAY, "AZE", "FRA", "161", null, "a-1", null);

        assertThat(mentions(List.of(known, known)))
                .extracting(EventMention::getMentionId)
                .containsOnly(mentions(List.of(known)).get(0).getMentionId());
    }

    @Test
    void shouldNotCountOnePublishersRowsTwice() {
        BareEvent one = new BareEvent(DAY, "AZE", "FRA", "161", 0.6, "a-1", "Harbour Times");
        BareEvent two = new BareEvent(DAY, "AZE", "FRA", "161", 0.6, "a-2", "Harbour Times");
        BareEvent three = new BareEvent(DAY, "AZE", "FRA", "161", 0.6, "a-3", "harbour times ");

        assertThat(alerts(List.of(one, two, three))).isEmpty();
    }

    @Test
    void shouldTellTheKindOfActFromTheCode() {
        assertThat(mentions(List.of(BareEvent.of(DAY, "AZE", "FRA", "1125")))
                        .get(0)
                        .getEventType())
                .isEqualTo(EventType.ACCUSED);
        assertThat(mentions(List.of(BareEvent.of(DAY, "AZE", "FRA", "1999")))
                        .get(0)
                        .getEventType())
                .isEqualTo(EventType.FORCE_USED);
    }

    @Property(tries = 50)
    void shouldGiveTheSameAlertsForTheSameRowsInAnyOrder(@ForAll long seed, @ForAll @IntRange(max = 60) int size) {
        Random random = new Random(seed);
        List<String> codes = List.of("161", "163", "112", "111", "190", "042");
        List<BareEvent> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean forth = random.nextBoolean();
            rows.add(BareEvent.of(
                    DAY.minusDays(random.nextInt(4)),
                    forth ? "AZE" : "FRA",
                    forth ? "FRA" : "AZE",
                    codes.get(random.nextInt(codes.size()))));
        }
        String expected = alerts(rows).toString();

        Collections.shuffle(rows, random);

        assertThat(alerts(rows)).hasToString(expected);
    }

    @Test
    void shouldNameTheFieldThatIsWrong() {
        assertThatThrownBy(() -> BareEvent.of(DAY, "", "FRA", "161")).hasMessageContaining("source.country");
        assertThatThrownBy(() -> BareEvent.of(DAY, "AZE", "FRA", "16x")).hasMessageContaining("cameoCode");
        assertThatThrownBy(() -> new BareEvent(DAY, "AZE", "FRA", "161", 1.5, null, null))
                .hasMessageContaining("confidence");
    }
}
