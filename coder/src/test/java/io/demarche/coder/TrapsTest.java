package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.coder.attribute.Confidence;
import io.demarche.coder.lexicon.DropReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like an act of one state toward another and is none. */
class TrapsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NO_SOURCE|Norway feared a downturn. The aircraft left at noon. It flew to Peru.",
                "NO_SOURCE|Peru is small. The bank lends to farmers. It accused Norway of fraud."
            })
    void shouldNotLetAPronounSpeakForAStateWhenSomebodyElseIsLikelierMeant(DropReason reason, String text) {
        assertThat(Coding.acts(text)).isEmpty();
        assertThat(Coding.drops(text)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Chile has a new embassy. Rafael Testino is a baker. He visited Norway on Friday."})
    void shouldNotLetAPronounSpeakForAStateWhenSomebodyElseIsLikelierMeantForNoRuleFires(String text) {
        assertThat(Coding.acts(text)).isEmpty();
        assertThat(Coding.drops(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NO_TARGET|A Danish baker said he wants to travel to Chile.",
                "PRIVATE|The Finn, a retired engineer, met the Chilean president."
            })
    void shouldNotCodePrivatePersonsAsTheirState(DropReason reason, String sentence) {
        assertThat(Coding.acts(sentence)).isEmpty();
        assertThat(Coding.drops(sentence)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A Danish tourist visited Chile."})
    void shouldNotCodePrivatePersonsAsTheirStateForNoRuleFires(String sentence) {
        assertThat(Coding.acts(sentence)).isEmpty();
        assertThat(Coding.drops(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is unlikely that Norway will attack Peru.",
                "Norway said it had no part in the massacre of villagers in Peru.",
                "Norway spoke of an alleged attack by Chile on Peru.",
                "It was Norway, not Chile, that attacked the Peruvian army.",
            })
    void shouldNotCodeWhatIsDeniedOrDoubted(String sentence) {
        assertThat(Coding.acts(sentence)).noneMatch(act -> act.startsWith("CHL>") || act.startsWith("NOR>PER FORCE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Norway condemned the attack on Peru.|PER",
                "Norway urged its citizens to leave Peru.|PER",
                "Norway's cabinet told the finance ministry to review trade with Peru.|PER",
                "Norway wants to limit Chilean influence in Peru.|CHL",
                "Norway rejected talks due to pressure from Peru.|PER"
            })
    void shouldNotTakeForTheOtherSideWhoeverIsNamedAlongWithIt(String sentence, String bystander) {
        assertThat(Coding.acts(sentence)).noneMatch(act -> act.startsWith("NOR>" + bystander));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"PRIVATE|The Chilean foreign minister met with Peruvian villagers."})
    void shouldNotTakeAPeopleForItsStateWhereStatesDeal(DropReason reason, String sentence) {
        assertThat(Coding.acts(sentence)).isEmpty();
        assertThat(Coding.drops(sentence)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"South Sudanese fled to Uganda on Friday.", "Norwegians travelled to Peru for the festival."})
    void shouldNotTakeAPeopleForItsStateWhereStatesDealForNoRuleFires(String sentence) {
        assertThat(Coding.acts(sentence)).isEmpty();
        assertThat(Coding.drops(sentence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Peru closed its embassy in Chile on November 17.|GRC",
                "The poem was translated from Korean by the Chilean foreign minister, who visited Peru.|KOR",
                "The Chilean president visited the Royal Air Force of Peru.|GBR",
                "Chile and the European Union member agreed to cooperate.|EU",
                "The Chilean president met Khalid Ahmad Al-Sabah of Peru.|MYS",
                "The Chilean president met Hasan Putin Kurt of Peru.|RUS",
                "The Chilean president visited Peru and met the Chairman of the Joint Chiefs of Staff there.|USA"
            })
    void shouldNotTakeOtherWordsForAName(String sentence, String namesake) {
        assertThat(Coding.acts(sentence)).noneMatch(act -> act.contains(namesake));
    }

    @Test
    void shouldTakeASurnameForThePersonWhomTheArticleIntroduces() {
        // given
        String stranger = "The baker Walter Lavrov lives in Oslo. Lavrov visited Peru on Friday.";
        String minister = "The baker Walter Lavrov lives in Oslo. Foreign Minister Lavrov visited Peru on Friday.";

        // then
        assertThat(Coding.acts(stranger)).isEmpty();
        assertThat(Coding.acts(minister)).contains("RUS>PER VISITED 042");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PRESUPPOSED|Kenya's invasion of Somalia has increased worry in Uganda.",
                "PRESUPPOSED|Prices have risen because of Kenya's war against Somalia.",
                "PRESUPPOSED|Before Kenya invaded Somalia, farmers sold maize in the capital.",
                "PRESUPPOSED|Many things trouble the farmers, including the drought and Kenya's invasion of Somalia.",
                "PRESUPPOSED|With the effects of the war in Somalia, Kenya remains poor."
            })
    void shouldNotCodeAWarThatIsTakenForGranted(DropReason reason, String sentence) {
        assertThat(Coding.acts(sentence)).isEmpty();
        assertThat(Coding.drops(sentence)).contains(reason);
    }

    @Test
    void shouldNotCodeTheSummitOnWhoseSidelinesTwoMeet() {
        // when
        var acts = Coding.acts("Peru met Kenya on the sidelines of a UN conference.");

        // then
        assertThat(acts).contains("PER>KEN STATEMENT 040").noneMatch(act -> act.contains("UN STATEMENT 040"));
    }

    @Test
    void shouldNotTakeWhoeverTellsOfVictimsForTheVictim() {
        assertThat(Coding.acts("Peru's president said three writers were executed by Chile's regime."))
                .noneMatch(act -> act.startsWith("CHL>PER"));
    }

    @Test
    void shouldNotTakeThePlaceAfterWhichATreatyIsCalledForASide() {
        assertThat(Coding.acts(
                        "Peru accused Chile of breaching the Berne agreement. Both sides then signed an accord."))
                .contains("PER>CHL AGREED 057")
                .noneMatch(act -> act.contains("CHE"));
    }

    @Test
    void shouldTellAMinisterFromTheLeaderOfTheSameSurname() {
        assertThat(Coding.acts(
                        "The Chilean finance minister is Walter Trudeau. Minister Trudeau left. Trudeau visited Peru."))
                .noneMatch(act -> act.startsWith("CAN"));
    }

    @Test
    void shouldNotTurnTwoAgainstEachOtherWhoFightAnother() {
        assertThat(Coding.acts("Kenya and Uganda fight against the pirates."))
                .noneMatch(act -> act.contains("FORCE_USED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NO_SOURCE|Example Corp's Chilean unit agreed to sell its Peruvian company.",
                "NO_SOURCE|Afro Fair Chile will work with Afro Fair Peru.",
                "PRIVATE|A stubborn Chilean refused to sell gas for a Peruvian car.",
                "NO_SOURCE|NATO Example Technologies Inc agreed with Peru to build a dam."
            })
    void shouldNotTakeAFirmOrAPersonForAState(DropReason reason, String sentence) {
        assertThat(Coding.acts(sentence)).isEmpty();
        assertThat(Coding.drops(sentence)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lima Example Press Corp opened a shop. It attacked a newspaper in Chile.",
                "In Atacama a war was fought against Peru."
            })
    void shouldNotTakeAFirmOrAPersonForAStateForNoRuleFires(String sentence) {
        assertThat(Coding.acts(sentence)).isEmpty();
        assertThat(Coding.drops(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kenya's invasion of Somalia began at dawn.",
                "Kenyan shelling of Somali villages killed nine people.",
                "Three soldiers died in a Kenyan raid on Somalia."
            })
    void shouldCodeAnAttackThatIsTheNews(String sentence) {
        assertThat(Coding.acts(sentence)).anyMatch(act -> act.startsWith("KEN>SOM FORCE_USED"));
    }

    @Test
    void shouldStillCodeTheDoerOfWhatIsCondemned() {
        assertThat(Coding.acts("Norway condemned Chile's attack on Peru.")).containsExactly("NOR>CHL CONDEMNED 111");
    }

    @Test
    void shouldNotTakeAPlaceWhereTalksWereHeldForAParty() {
        assertThat(Coding.acts("The Norwegian minister praised the Lima agreement."))
                .noneMatch(act -> act.contains("PER"));
    }

    @Test
    void shouldNotTakeANounInPassingForIntendedWhenTheVerbIs() {
        assertThat(Coding.acts("Norway will help farmers face the losses caused by the war between Chile and Peru."))
                .noneMatch(act -> act.contains("THREATENED"));
    }

    @Test
    void shouldNotCodeAnActThatIsPlannedAsDone() {
        assertThat(Coding.acts("The mayor spoke about a planned visit by the Norwegian president to Peru."))
                .noneMatch(act -> act.contains("VISITED"));
    }

    @Test
    void shouldCodeAPersonForTheBodySheServesNow() {
        assertThat(Coding.acts("Jens Stoltenberg, a representative of the United Nations, visited Lima."))
                .contains("UN>PER VISITED 042")
                .noneMatch(act -> act.startsWith("NOR>"));
    }

    @Test
    void shouldNotMeanTheActingStateByTheCountry() {
        assertThat(Coding.acts("Peru's economy shrank. Norway froze its aid to the country."))
                .containsExactly("NOR>PER AID_REDUCED 162");
    }

    @Test
    void shouldNotCodeTalkWithThePress() {
        assertThat(Coding.acts("The Norwegian president met Peruvian media.")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Norway's failure to take the steps needed to stop and condemn Peru's raids angered Chile.",
                "No Norwegian party dared to voice support for Peru.",
                "All Norwegian and Chilean citizens should be alert and fight them.",
                "Norway said it was a mistake to invite the Peruvian president to Oslo.",
                "The Norwegian minister said it was vital to visit Peru early.",
                "Many Peruvians said Norway had attacked Chile.",
                "Norway's leaders spoke of hunger, including the one caused by Chile's invasion of Peru."
            })
    void shouldNotCodeWhatNobodyDid(String sentence) {
        assertThat(Coding.acts(sentence))
                .noneMatch(act -> act.startsWith("NOR>PER") || act.startsWith("NOR>CHL") || act.contains("FORCE_USED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Two Norwegian ships sank off the coast of Peru.|FORCE_USED",
                "Norway is pressing its claims to land near Chile.|DEMANDED",
                "The Norwegian and Chilean presidents spoke during the ceremony.|STATEMENT",
                "Despite heavy Norwegian and Chilean investments the mine closed.|COOPERATION",
                "Norway hopes that the Peruvian side will find a date for the visit.|COOPERATION"
            })
    void shouldNotTakeAWordInAnotherSenseForAnAct(String sentence, String type) {
        assertThat(Coding.acts(sentence)).noneMatch(act -> act.contains(type));
    }

    @Test
    void shouldNotTakeWhatWasAgreedForAnActBesideTheAgreement() {
        assertThat(Coding.acts("Norway signed an agreement with Peru to supply tanks."))
                .containsExactlyInAnyOrder("NOR>PER AGREED 057", "PER>NOR AGREED 057");
    }

    @Test
    void shouldNotLetARefusalOfItsOwnOfficialsTouchAnotherState() {
        assertThat(Coding.acts(
                        "The Norwegian president rejected requests from Norwegian officials to join talks with Peru."))
                .noneMatch(act -> act.contains("REJECTED"));
    }

    @Test
    void shouldTakeAPoliteWishToThankForTheThanks() {
        assertThat(Coding.acts("\"I would like to thank Peru,\" the Norwegian president said."))
                .containsExactly("NOR>PER PRAISED 051");
    }

    @Test
    void shouldTakeTheWelcomeOfAGuestForAVisit() {
        assertThat(Coding.acts("On arrival, the Norwegian president was welcomed by the Peruvian president."))
                .contains("NOR>PER VISITED 042");
    }

    @Test
    void shouldLeaveOutWhatTooLittleSpeaksFor() {
        String text = "Norway was hit by storms while trading with what lies beyond Peru.";

        assertThat(Coding.acts(text)).isEmpty();
        assertThat(Coding.drops(text)).contains(DropReason.TOO_LITTLE_EVIDENCE);
    }

    @Test
    void shouldBelieveDiplomacyOnOneReportButNotABareWordOfViolence() {
        assertThat(Coding.only("Two Peruvian diplomats were expelled from Norway on Tuesday.", "DIPLOMATS_EXPELLED")
                        .getConfidence())
                .isGreaterThanOrEqualTo(Confidence.BELIEVED);
        assertThat(Coding.only("Norway attacked Peru on Tuesday.", "FORCE_USED").getConfidence())
                .isLessThan(Confidence.BELIEVED);
    }

    @Test
    void shouldTrustAPartyFoundFartherOffLess() {
        double close = Coding.mentions("Norway attacked Peru.").get(0).getConfidence();
        double loose = Coding.mentions("Norway attacked early in the morning from the hills above Peru.").stream()
                .mapToDouble(mention -> mention.getConfidence())
                .max()
                .orElse(0);
        assertThat(loose).isLessThan(close);
    }
}
