package io.demarche.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.EventType;
import io.demarche.avro.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    @BeforeAll
    static void trust() {
        TrustedRecords.declare();
    }

    @Test
    void shouldFindNoFaultWithAWholeVerdict() {
        assertThat(Verdicts.fault(wrong())).isEmpty();
    }

    @Test
    void shouldTellTwoVerdictsApartByWhatIsSaid() {
        AnalystVerdict other = wrong();
        other.setNote("It was a drill.");

        assertThat(Verdicts.idOf(other)).isNotEqualTo(Verdicts.idOf(wrong()));
        assertThat(Verdicts.idOf(wrong())).isEqualTo(Verdicts.idOf(wrong()));
    }

    @Test
    void shouldKeepTheIdentityWhateverTheActWasShownWith() {
        AnalystVerdict other = wrong();
        other.setQuote("They were told to leave.");
        other.setConfidence(0.7);

        assertThat(Verdicts.idOf(other)).isEqualTo(Verdicts.idOf(wrong()));
    }

    @Test
    void shouldRefuseOneThatNamesNothing() {
        AnalystVerdict verdict = wrong();
        verdict.setEventId(null);

        assertThat(Verdicts.fault(verdict)).contains("it names neither an event nor a mention");
    }

    @Test
    void shouldRefuseSidesOfAnotherDyad() {
        AnalystVerdict verdict = wrong();
        verdict.setTarget("DEU");

        assertThat(Verdicts.fault(verdict)).contains("source and target are not the parties of the dyad");
    }

    @Test
    void shouldRefuseACorrectionThatCorrectsNothing() {
        AnalystVerdict verdict = wrong();
        verdict.setVerdict(Verdict.WRONG_DATE);
        verdict.setCorrectedDate(verdict.getEventDate());

        assertThat(Verdicts.fault(verdict)).contains("WRONG_DATE needs what was right instead: it corrects nothing");
    }

    @Test
    void shouldRefuseSidesThatAreNoParties() {
        AnalystVerdict verdict = wrong();
        verdict.setVerdict(Verdict.WRONG_SIDES);
        verdict.setCorrectedTarget("NATO");

        assertThat(Verdicts.fault(verdict).orElse("")).startsWith("WRONG_SIDES needs two different parties");
    }

    @Test
    void shouldTakeWhatIsNotCorrectedAsItWasShown() {
        AnalystVerdict verdict = wrong();
        verdict.setVerdict(Verdict.WRONG_SIDES);
        verdict.setCorrectedTarget("DEU");

        assertThat(Verdicts.corrected(verdict))
                .isEqualTo(new Verdicts.Corrected(
                        "AZE", "DEU", EventType.DIPLOMATS_EXPELLED, LocalDate.parse("2023-12-26")));
    }

    private static AnalystVerdict wrong() {
        return AnalystVerdict.newBuilder()
                .setVerdictId("v")
                .setEventId("e")
                .setMentionIds(List.of())
                .setDyad("AZE-FRA")
                .setVerdict(Verdict.WRONG)
                .setEventType(EventType.DIPLOMATS_EXPELLED)
                .setSource("AZE")
                .setTarget("FRA")
                .setEventDate(LocalDate.parse("2023-12-26"))
                .setCameoCode("161")
                .setReportedAt(Instant.parse("2023-12-26T12:00:00Z"))
                .setAnalyst("ana")
                .setAt(Instant.parse("2024-01-02T10:00:00Z"))
                .build();
    }
}
