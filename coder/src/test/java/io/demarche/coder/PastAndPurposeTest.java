package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.EventMention;
import io.demarche.coder.lexicon.DropReason;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** History told beside the news, purposes and needs beside deeds, strangers beside leaders. */
class PastAndPurposeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "In spring 2016, Peru expelled two Chilean diplomats.|2016",
                "In the autumn of 2014, Peru expelled two Chilean diplomats.|2014",
                "During the winter of 1996-1997, Peru expelled two Chilean diplomats.|1996",
                "In 2003/04 Peru expelled two Chilean diplomats.|2003",
                "Between 1994 and 1996 Peru expelled two Chilean diplomats.|1994"
            })
    void shouldReadSeasonsAndSpansOfYears(String sentence, int year) {
        EventMention expulsion = Coding.only(sentence, "DIPLOMATS_EXPELLED");

        assertThat(expulsion.getEventDate()).isEqualTo(LocalDate.of(year, 1, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OUT_OF_OFFICE|Peru's president at the time, Rafael Testino, signed an agreement with Chilean authorities.",
                "OUT_OF_OFFICE|Peru's then president signed an agreement with Chilean authorities.",
                "OUT_OF_OFFICE|George H.W. Bush quit the United States' treaty with Peru in order to save money."
            })
    void shouldNotCodeWhatSomebodyWhoHasLeftOfficeOnceDid(DropReason reason, String sentence) {
        assertThat(Coding.acts(sentence)).isEmpty();
        assertThat(Coding.drops(sentence)).contains(reason);
    }

    @Test
    void shouldCodeWhatSomebodyWhoHasLeftOfficeDidOnADayThatIsSaid() {
        String text =
                "In 2012, Peru's president at the time, Rafael Testino, signed an agreement with Chilean officials.";

        assertThat(Coding.acts(text)).contains("PER>CHL AGREED 057");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Norway pointed to the Peruvian invasion of Chile and said that it was no time for cuts.",
                "Many farmers were in debt before the war in Chile, World Bank data showed.",
                "Villagers wanted Peruvian President Testino to apologise for Peru dropping the atomic bomb on Chile."
            })
    void shouldNotCodeAWarThatIsTakenForGranted(String sentence) {
        assertThat(Coding.acts(sentence)).noneMatch(act -> act.contains("FORCE_USED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DOUBTED|Peru then has the duty to work with Chile on the river.",
                "NEGATED_ABOVE|None of the Chilean boats is known to have been attacked by Peru.",
                "NO_TARGET|Peru and Chile bought white rice this week.",
                "DOUBTED|Peru's authority to negotiate a treaty with Chile was extended by a year.",
                "PLAN_GIVEN_UP|Peruvian President Testino had planned to visit Chile.",
                "PLAN_GIVEN_UP|Peru originally planned to export gas to Chile.",
                "NO_SOURCE|Calls by Peruvian container ships to Chile were put off.",
                "NO_SOURCE|Bakers of Peruvian origin went on strike in Chile.",
                "NO_TARGET|Peru committed itself in Oslo to stabilise prices.",
                "NO_TARGET|Peru stood by what it had agreed to in the discussions in Oslo.",
                "NO_TARGET|Peru is seeking an accord with the bakers' union, based in Oslo.",
                "TOO_LITTLE_EVIDENCE|The Peruvian president fired his aide for selling Chilean stamps.",
                "NO_TARGET|Peru and Chile reached agreement with commercial banks on their debts.",
                "NO_SOURCE|The price war between Peru and Chile drove bakers out of business.",
                "NO_TARGET|Stability is what the Peruvian government requires to cope with the crisis in Chile.",
                "NO_TARGET|Peruvian President Testino has rarely called for tax reform, although at a Chilean fair he spoke of it.",
                "PURPOSE|Peru is looking for other suppliers to protest Chile's war in Bolivia.",
                "NO_TARGET|Norway's envoy met a baker to advance a resolution on the Great Testa Bridge that supports the needs of all Peruvians.",
                "NO_TARGET|The commander said that Peru's deployment of drones had rendered the Chilean navy unable to act."
            })
    void shouldNotTakeGeneralVerbsForActsTowardWhoeverIsNamedNext(DropReason reason, String sentence) {
        assertThat(Coding.acts(sentence)).isEmpty();
        assertThat(Coding.drops(sentence)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Norway strongly supported the Uruguay trade round.",
                "If Peruvian investment in Chile picks up, prices will rise.",
                "Norway expects Chile to post a surplus of nine billion dollars.",
                "The head of a top business group visited Chile.",
                "Thousands of British Columbian workers staged a strike over a law.",
                "Peru signed a contract with Victoria state.",
                "Peru sought to portray the fair as a success for trade with Chile.",
                "Colonel Testino of Peru commanded the northern Chile garrison.",
                "Peruvian President Testino fought for independence from Spain.",
                "Peru is aligning itself with Chile and Norway."
            })
    void shouldNotTakeGeneralVerbsForActsTowardWhoeverIsNamedNextForNoRuleFires(String sentence) {
        assertThat(Coding.acts(sentence)).isEmpty();
        assertThat(Coding.drops(sentence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Peru sought help from Chile.|PER>CHL STATEMENT 020",
                "Peru wants Chile to agree to talks.|PER>CHL STATEMENT 020",
                "Peru and Chile reached an agreement on water.|PER>CHL AGREED 057",
                "Peruvian police questioned a Chilean journalist.|PER>CHL NATIONALS_DETAINED 173",
                "The Peruvian and Chilean ministers clashed over tariff policy.|PER>CHL CONDEMNED 111",
                "Peru admitted Chilean journalists to its camps.|PER>CHL COOPERATION 080",
                "Peruvian President Testino will visit Chile.|PER>CHL COOPERATION 036",
                "Peru and Chile bartered for wool.|PER>CHL COOPERATION 061",
                "Peru ordered Chile to release the sailors.|PER>CHL DEMANDED 100",
                "Peru ordered 20 tanks from Chile.|PER>CHL COOPERATION 061",
                "Peruvian troops fought against Chilean soldiers.|PER>CHL FORCE_USED 190",
                "Peru cancelled the talks to protest against Chile's raid.|PER>CHL PROTEST_LODGED 114",
                "Peru warned Chile about the ship's faulty papers.|PER>CHL STATEMENT 010",
                "Peru warned Chile about its support for the rebels.|PER>CHL THREATENED 130",
                "Peru is a steady donor, having given USD 3 million in support of clinics for Chilean refugees.|PER>CHL"
                        + " AIDED 071",
                "Aunts of a Chilean fisheries official killed by Peruvian soldiers said they would leave.|PER>CHL FORCE_USED"
                        + " 193"
            })
    void shouldStillCodeTheActsThatTheseVerbsReport(String sentence, String act) {
        assertThat(Coding.acts(sentence)).contains(act);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Peru said it would lift the duties as soon as Chile complied with the pact with Peru.",
                "Peru will lift the duties once Chile complies with the pact with Peru."
            })
    void shouldNotTakeForDoneWhatAPromiseWaitsFor(String sentence) {
        assertThat(Coding.acts(sentence)).noneMatch(act -> act.startsWith("CHL"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Peru promised to cooperate with Chile.|PER>CHL COOPERATION 031",
                "Peru called for an inquiry into the clashes in Santiago.|PER>CHL STATEMENT 020"
            })
    void shouldTakeAPromiseForThatOfOneSideAndATownWhereSomethingHappenedForItsState(String sentence, String act) {
        assertThat(Coding.acts(sentence)).containsExactly(act);
    }

    @Test
    void shouldNotTakeHopeForAnAgreementForOne() {
        assertThat(Coding.acts("The banker voiced optimism that Peru and Chile could reach an agreement."))
                .noneMatch(act -> act.contains("COOPERATION") || act.contains("AGREED"));
    }

    @Test
    void shouldNotTakeALiftedBanForWhatItBanned() {
        assertThat(Coding.acts("Peru lifted its ban on its officers speaking with Chilean officers."))
                .containsExactly("PER>CHL COOPERATION 081");
    }

    @Test
    void shouldNotTakeCurrenciesForPrisoners() {
        assertThat(Coding.acts("Peru vowed to hold currencies around their levels, in line with Chile."))
                .noneMatch(act -> act.contains(" 13") || act.contains("DETAINED"));
    }

    @Test
    void shouldNotTakeAnAdmissionForLeaveToDoSo() {
        assertThat(Coding.acts("Chile admitted that Peruvian troops had occupied a hill."))
                .containsExactly("PER>CHL FORCE_USED 192");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NO_SOURCE|Chamber chairman Rui Pedro dos Santos held talks with the Peruvian ministry.",
                "NO_SOURCE|Karzai, who sells carpets, criticised the Peruvian government.",
                "NO_SOURCE|Mintex is in talks for new mines with suitors from Chile and Peru, says company president Pedro Albano."
            })
    void shouldNotTakeNamesakesAndMerchantsForStates(DropReason reason, String sentence) {
        assertThat(Coding.acts(sentence)).isEmpty();
        assertThat(Coding.drops(sentence)).contains(reason);
    }

    @Test
    void shouldNotAnswerAGuestWithADenial() {
        String text =
                "Norwegian Foreign Minister Kari Testa visited Peru on Monday. Peru denied that any abuses took place.";

        assertThat(Coding.acts(text)).noneMatch(act -> act.startsWith("PER>NOR REJECTED"));
    }
}
