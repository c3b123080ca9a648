package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.Modality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Norway did not expel any Russian diplomats.",
                "Norway has never expelled a Russian diplomat.",
                "Norway denied that it had expelled Russian diplomats.",
                "If the talks fail, Norway expels two Russian diplomats.",
                "Has Norway expelled two Russian diplomats?",
                "Activists urged Norway to expel the Russian ambassador.",
                "Lawmakers asked whether Norway had expelled Russian diplomats.",
                "Norway can expel Russian diplomats.",
                "Norway stopped expelling Russian diplomats.",
                "Norway left without expelling Russian diplomats.",
            })
    void shouldNotCodeTheExpulsionWhenItDidNotHappen(String sentence) {
        assertThat(Coding.acts(sentence)).noneMatch(act -> act.contains("DIPLOMATS_EXPELLED"));
    }

    @Test
    void shouldCodeOnlyTheAccusationWhenAnActStandsInsideIt() {
        assertThat(Coding.acts("Serbia accused Albania of arming Kosovo.")).containsExactly("SRB>ALB ACCUSED 112");
    }

    @Test
    void shouldNotCodeTheJudgedActWhenAThirdSideJudgesIt() {
        assertThat(Coding.acts("Poland condemned the expulsion of two Latvian diplomats by Russia."))
                .containsExactly("POL>RUS CONDEMNED 111");
    }

    @Test
    void shouldLeaveOutWhatAnotherSideSaysInQuotation() {
        // when
        var acts = Coding.acts("\"By arming Kosovo, Albania is inciting it to attack us,\" the Serbian minister said.");

        // then
        assertThat(acts).noneMatch(act -> act.startsWith("ALB>"));
    }

    @Test
    void shouldNameWhoSaysSoWhenTheActIsReported() {
        assertThat(Coding.only(
                                "The prime minister of Finland said Finland had expelled two Russian diplomats.",
                                "DIPLOMATS_EXPELLED")
                        .getAttributedTo())
                .contains("prime minister");
    }

    @Test
    void shouldSayAnnouncedWhenTheActIsDecided() {
        assertThat(Coding.only("Slovakia decided to expel six Russian diplomats.", "DIPLOMATS_EXPELLED")
                        .getModality())
                .isEqualTo(Modality.ANNOUNCED);
    }

    @Test
    void shouldSayThreatenedWhenTheActIsAThreat() {
        assertThat(Coding.only("Russia threatened to impose sanctions on Moldova.", "THREATENED")
                        .getModality())
                .isEqualTo(Modality.THREATENED);
    }

    @Test
    void shouldMergeWhatTheArticleTellsTwice() {
        // when
        var mentions = Coding.mentions("Norway expelled three Russian diplomats on Monday.\n\n"
                + "Russia called it unfriendly. Norway expelled the Russian diplomats over a spy case.");

        // then
        assertThat(mentions)
                .filteredOn(m -> m.getEventType().name().equals("DIPLOMATS_EXPELLED"))
                .singleElement()
                .satisfies(m -> assertThat(m.getCount()).isEqualTo(3));
    }

    @Test
    void shouldNotCodeAnActInWhichOneSideHadNoPart() {
        assertThat(Coding.acts("Eritrea said it had no involvement in the raid on Djibouti."))
                .isEmpty();
    }

    @Test
    void shouldTakeTheVictimFromWhoeverTellsOfTheViolence() {
        assertThat(Coding.acts("Eritrean officials said Ethiopian troops had shelled a village."))
                .containsExactly("ETH>ERI FORCE_USED 194");
    }

    @Test
    void shouldSupplyTheOtherSideFromTheActBefore() {
        assertThat(Coding.acts("Bolivia accused Chile of spying. Chile rejected the accusation."))
                .contains("CHL>BOL REJECTED 016");
    }

    @Test
    void shouldTakeItsNeighbourForTheOtherSide() {
        assertThat(Coding.acts("Ghana has long quarrelled with Togo. On Monday Ghana condemned its neighbour."))
                .contains("GHA>TGO CONDEMNED 111");
    }

    @Test
    void shouldKeepApartWhatTwoStatesDoWhereInitialsEndTheFirstSentence() {
        assertThat(Coding.acts("Peru recalled its ambassador from the U.S. Chile expelled two Bolivian diplomats."))
                .containsExactlyInAnyOrder("PER>USA AMBASSADOR_RECALLED 161", "CHL>BOL DIPLOMATS_EXPELLED 161");
    }
}
