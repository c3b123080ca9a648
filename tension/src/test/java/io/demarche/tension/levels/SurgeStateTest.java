package io.demarche.tension.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.demarche.avro.EventType;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.evidence.ActCatalogue;
import io.demarche.tension.evidence.BareEvent;
import io.demarche.tension.evidence.BareEvents;
import io.demarche.tension.evidence.Report;
import io.demarche.tension.rules.CodeTable;
import io.demarche.tension.rules.Days;
import io.demarche.tension.rules.Ruleset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The formula against figures worked out by hand. */
class SurgeStateTest {
    private static final LocalDate START = LocalDate.parse("2020-01-01");
    private static final Ruleset RULES = Ruleset.bundled();

    /** Bare rows of code 163 (weight −8.0), so many on each day. */
    private static List<SurgeReading> series(int... rows) {
        BareEvents stream = new BareEvents(CodeTable.bundled(), ActCatalogue.bundled());
        List<Act> acts = new ArrayList<>();
        for (int day = 0; day < rows.length; day++) {
            List<Report> reports = new ArrayList<>();
            for (int row = 0; row < rows[day]; row++) {
                reports.add(Report.of(stream.next(BareEvent.of(START.plusDays(day), "AZE", "FRA", "163"))));
            }
            if (!reports.isEmpty()) {
                acts.add(Act.of(
                        EventType.SANCTIONS_IMPOSED, Days.of(START) + day, reports, RULES, ActCatalogue.bundled()));
            }
        }
        int last = Days.of(START) + rows.length - 1;
        ActDays days = ActDays.of(acts, Map.of(), CodeTable.bundled());
        SurgeState state = new SurgeState(RULES.surge(), Days.of(START));
        return IntStream.rangeClosed(Days.of(START), last)
                .mapToObj(day -> state.next(day, days))
                .toList();
    }

    private static SurgeReading on(List<SurgeReading> series, int day) {
        return series.get(day);
    }

    @Test
    void shouldHalveHostilityInFiveDays() {
        List<SurgeReading> series = series(1, 0, 0, 0, 0, 0);

        assertThat(on(series, 0).recent()).isEqualTo(80);
        assertThat(on(series, 5).recent()).isEqualTo(40);
    }

    @Test
    void shouldExpectOfASteadyPairWhatItAlwaysDoes() {
        int[] steady = new int[100];
        Arrays.fill(steady, 1);

        SurgeReading reading = on(series(steady), 99);

        assertThat(reading.expected()).isEqualTo(618, within(0.001)); // 7.725 × 80
        assertThat(reading.recent()).isEqualTo(618, within(0.1));
        assertThat(reading.raw()).isEqualTo(0, within(0.01));
    }

    @Test
    void shouldLeaveTheDayItselfOutOfWhatIsExpected() {
        assertThat(on(series(5), 0).expected()).isZero();
        assertThat(on(series(5, 0), 1).expected()).isEqualTo(7.725 * 400);
    }

    @Test
    void shouldMeasureTheSurgeInUnitsOfItsSpread() {
        int[] rows = new int[41];
        rows[40] = 12;

        SurgeReading reading = on(series(rows), 40);

        assertThat(reading.z()).isEqualTo(16); // 96 points / √36, with nothing expected
        assertThat(reading.gate()).isEqualTo(SurgeReading.Gate.OPEN);
    }

    @Test
    void shouldSayNothingDuringTheWarmUp() {
        int[] rows = new int[31];
        rows[30] = 12;

        assertThat(on(series(rows), 30).z()).isZero();
        assertThat(on(series(rows), 30).gate()).isEqualTo(SurgeReading.Gate.WARM_UP);
    }

    @Test
    void shouldSayNothingOnFewEvents() {
        int[] rows = new int[41];
        rows[40] = 9;

        assertThat(on(series(rows), 40).z()).isZero();
        assertThat(on(series(rows), 40).gate()).isEqualTo(SurgeReading.Gate.EVENTS);
    }

    @Test
    void shouldCountThirtyDaysBack() {
        int[] rows = new int[40];
        rows[5] = 3;
        rows[20] = 2;

        assertThat(on(series(rows), 34).events30()).isEqualTo(5);
        assertThat(on(series(rows), 35).events30()).isEqualTo(2);
    }
}
