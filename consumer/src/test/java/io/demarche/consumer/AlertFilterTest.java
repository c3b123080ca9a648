package io.demarche.consumer;

import static io.demarche.consumer.sink.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.TensionLevel;
import io.demarche.schemas.Dyad;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The alerts of the tests are of DNK-NOR, at RETALIATION. */
class AlertFilterTest {
    @ParameterizedTest
    @CsvSource({"DNK-NOR, true", "NOR-SWE, false"})
    void shouldGoByTheDyad(String dyad, boolean wanted) {
        assertThat(new AlertFilter(Set.of(Dyad.parse(dyad)), Set.of(), TensionLevel.CALM, false).wants(alert("a", 1)))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({"DNK, true", "NOR, true", "SWE, false"})
    void shouldGoByEitherState(String state, boolean wanted) {
        assertThat(new AlertFilter(Set.of(), Set.of(state), TensionLevel.CALM, false).wants(alert("a", 1)))
                .isEqualTo(wanted);
    }

    @Test
    void shouldTakeWhatDyadsOrStatesName() {
        assertThat(new AlertFilter(Set.of(Dyad.parse("AZE-FRA")), Set.of("NOR"), TensionLevel.CALM, false)
                        .wants(alert("a", 1)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"TENSE, true", "RETALIATION, true", "RUPTURE, false"})
    void shouldGoByTheLevel(TensionLevel least, boolean wanted) {
        assertThat(new AlertFilter(Set.of(), Set.of(), least, false).wants(alert("a", 1)))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @EnumSource(AlertStatus.class)
    void shouldLetThroughEveryRevisionOfAnAlert(AlertStatus status) {
        assertThat(new AlertFilter(Set.of(), Set.of("NOR"), TensionLevel.RETALIATION, false)
                        .wants(alert("a", 7, status)))
                .isTrue();
    }

    @Test
    void shouldTakeALevelThatItDoesNotKnow() {
        var alert = alert("a", 1);
        alert.setLevel(TensionLevel.UNKNOWN);

        assertThat(new AlertFilter(Set.of(), Set.of(), TensionLevel.HOSTILITIES, false).wants(alert))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void shouldLeaveOutAlertsMadeForTestingUnlessTheyAreAskedFor(boolean asked, boolean wanted) {
        var alert = alert("a", 1);
        alert.setTest(true);

        assertThat(new AlertFilter(Set.of(), Set.of(), TensionLevel.CALM, asked).wants(alert))
                .isEqualTo(wanted);
    }
}
