package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which day an act gets when its sentence speaks of several, or of one that is still to come. */
class DatesTest {
    @Test
    void shouldDateTheEarlierActBeforeTheDayOfTheLaterOne() {
        String text = "Peru expelled two Chilean diplomats on Tuesday, a day after Chile had summoned the Peruvian"
                + " ambassador.";

        assertThat(Coding.only(text, "DIPLOMATS_EXPELLED").getEventDate()).isEqualTo(LocalDate.of(2021, 6, 15));
        assertThat(Coding.only(text, "AMBASSADOR_SUMMONED").getEventDate()).isEqualTo(LocalDate.of(2021, 6, 14));
    }

    @Test
    void shouldDateAnActThatIsANounBeforeTheDayOfTheLaterOne() {
        String text = "Peru recalled its ambassador to Chile on Tuesday, two days after the Chilean attack on Peru.";

        assertThat(Coding.only(text, "FORCE_USED").getEventDate()).isEqualTo(LocalDate.of(2021, 6, 13));
    }

    @Test
    void shouldNotTakeADeadlineForTheDateOfTheAct() {
        String text = "Peru ordered Chile to close its consulate in Lima by October 1.";

        assertThat(Coding.only(text, "MISSION_CLOSED").getEventDate()).isEqualTo(Coding.DAY);
    }

    @Test
    void shouldKeepADayThatIsOverThoughItIsATerm() {
        String text = "By June 9, Peru had expelled two Chilean diplomats.";

        assertThat(Coding.only(text, "DIPLOMATS_EXPELLED").getEventDate()).isEqualTo(LocalDate.of(2021, 6, 9));
    }

    @Test
    void shouldNotCodeWhatAStateIsOrderedToDoAsItsOwnAct() {
        assertThat(Coding.acts("Peru ordered Chile to close its consulate in Lima."))
                .isEqualTo(List.of("PER>CHL MISSION_CLOSED 161"));
    }

    @Test
    void shouldFindAnExpelledDiplomatBehindTheName() {
        assertThat(Coding.acts("Peru on Monday declared the Chilean diplomat Juan Diaz persona non grata."))
                .contains("PER>CHL DIPLOMATS_EXPELLED 161");
    }
}
