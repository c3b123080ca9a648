package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.coder.lexicon.DropReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How news agencies tell of acts, and of what is none though it has the words of one. */
class ReportsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TRADE_FIGURE|Norway exported coal worth 500 million dollars to Peru in 2019.",
                "NO_TARGET|The World Bank will hold its annual meeting in Peru.",
                "NEGATED|Peru's proposal is not being promoted by Chile or even defended by Norway.",
                "ENDED|European ministers ended a two-day meeting in Luxembourg.",
                "NO_SOURCE|Nordisk Lys Co of Norway said it was awarded a contract to supply lamps to the Peruvian navy.",
                "PRIVATE|Norwegian airline officials accused Peru of unfair prices."
            })
    void shouldNotTakeTradeAffairsAndIdiomsForActs(DropReason reason, String sentence) {
        assertThat(Coding.acts(sentence)).isEmpty();
        assertThat(Coding.drops(sentence)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Norway laid down several conditions for Peru.",
                "Norway will fight the proposed tax in the World Trade Organization.",
                "Norway, which holds the OPEC conference presidency, is a small exporter.",
                "Norway's economy grew after investments in Peruvian mines.",
                "Norway imports all its coffee from Peru.",
                "Norway is ready to deal with any Peruvian response."
            })
    void shouldNotTakeTradeAffairsAndIdiomsForActsForNoRuleFires(String sentence) {
        assertThat(Coding.acts(sentence)).isEmpty();
        assertThat(Coding.drops(sentence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rebels laid down their arms in Peru after the Norwegian army surrendered to Peru.|NOR>PER",
                "Norwegian troops are fighting Peruvian forces.|NOR>PER FORCE_USED 190",
                "Norway is holding two Peruvian ministers.|NOR>PER NATIONALS_DETAINED 173",
                "Norway bought 51,000 tons of wheat from Peru.|NOR>PER COOPERATION 061",
                "Norway ended talks with Peru.|NOR>PER NEGOTIATIONS_HALTED 164",
                "Norway said it was selling coal to Peru.|NOR>PER COOPERATION 061",
                "Norwegian officials accused Peru of unfair prices.|NOR>PER ACCUSED",
                "Norway will export coal to Peru.|NOR>PER COOPERATION 0311",
                "Norway held talks with Peru.|NOR>PER STATEMENT 040",
                "Norway is ready to cooperate with Peru.|NOR>PER COOPERATION",
                "Norway called on Peru to spare the banks.|NOR>PER STATEMENT 020",
            })
    void shouldCodeTheActsThatTheSameWordsReport(String sentence, String act) {
        assertThat(Coding.acts(sentence)).anyMatch(each -> each.startsWith(act));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rumours circulated today that Norway had bought grain from Peru.",
                "Speculation has been around for weeks that Norway is weighing sanctions on Peru.",
                "Norway declined to confirm that it had bombed the Peruvian port.",
                "Norway can help finance the development of Peru.",
                "Norway may have bought 80,000 tons of wheat from Peru, traders said.",
                "Norway called on creditor banks to be patient over Peru's debt.",
                "Norway's minister dismissed speculation that it would buy oil from Peru.",
                "Norway and Peru could sign a treaty, traders said.",
                "As rumours went round the markets that Norway had bought grain from Peru, prices rose.",
                "Norway's minister said there was no reason to condemn Peru.",
            })
    void shouldNotCodeWhatIsRumouredLeftOpenOrPossible(String sentence) {
        assertThat(Coding.acts(sentence)).noneMatch(act -> act.startsWith("NOR>PER"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A Norwegian statement today said that Norway had bought grain from Peru.|NOR>PER COOPERATION 061",
                "Norway confirmed that it had bombed the Peruvian port.|NOR>PER FORCE_USED",
                "Norway has helped to finance the development of Peru.|NOR>PER AIDED",
                "Norway dismissed Peruvian allegations of fraud.|NOR>PER REJECTED",
                "Norway may halt mediation efforts in Peru, its minister said.|NOR>PER",
            })
    void shouldCodeWhatIsStatedConfirmedOrDone(String sentence, String act) {
        assertThat(Coding.acts(sentence)).anyMatch(each -> each.startsWith(act));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Norway and Peru have pledged to cooperate with the producers' group.",
                "The deal is small compared with agreements reached by Norway, Peru and Chile.",
                "Norway and Peru have been attacking merchant ships.",
            })
    void shouldNotTakeThoseWhoActAlikeForActingTowardEachOther(String sentence) {
        assertThat(Coding.acts(sentence)).noneMatch(act -> act.startsWith("NOR>PER") || act.startsWith("PER>NOR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Norway and Peru have pledged to cooperate.",
                "The agreement reached by Norway and Peru is small.",
                "Norwegian and Peruvian troops have been fighting.",
            })
    void shouldTakeThoseWhoActTogetherForActingTowardEachOther(String sentence) {
        assertThat(Coding.acts(sentence))
                .anyMatch(act -> act.startsWith("NOR>PER"))
                .anyMatch(act -> act.startsWith("PER>NOR"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Norway destroyed the platform in retaliation for a Peruvian missile attack on a Chilean ship.|CHL",
                "Norway decided to back the plan, with the exception of Peru.|PER",
                "Norway adopts sanctions only if the U.N. Security Council backs them.|UN",
                "Norway hoped that the Norwegian action against Peru would convince Chile.|PER",
                "Norway vetoed a Security Council resolution to impose sanctions against Peru.|PER",
                "Norway refused to cut aid to Peru.|PER",
                "Norway, replying to a warning from Peru, repeated that it has a right to drill.|PER",
            })
    void shouldNotTakeForTheOtherSideWhoHasNoPartInTheAct(String sentence, String bystander) {
        assertThat(Coding.acts(sentence)).noneMatch(act -> act.startsWith("NOR>" + bystander));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Norway destroyed the platform in retaliation for a Peruvian missile attack on a Chilean ship.|NOR>PER FORCE",
                "Norway refused to meet Peru's envoy.|NOR>PER REJECTED",
                "Norway vetoed Peru's proposal.|NOR>PER REJECTED",
                "Norway slashed its sugar import quota from Peru.|NOR>PER SANCTIONS_IMPOSED 163",
                "Peru's minister told visiting Norwegian trade envoy Ola Testvik that the plan may change.|NOR>PER VISITED 042",
                "Officials said Norway is the only neighbour which has signed a peace treaty with Peru.|NOR>PER AGREED",
                "Norway was ready to impose retaliatory duties on Peru.|NOR>PER THREATENED 1312",
                "Norway hoped that Peru would soon end its sanctions.|NOR>PER STATEMENT 013",
                "Norway shares the concern of Peru about the crisis.|NOR>PER STATEMENT 019",
            })
    void shouldFindWhoActsTowardWhom(String sentence, String act) {
        assertThat(Coding.acts(sentence)).anyMatch(each -> each.startsWith(act));
    }

    @Test
    void shouldCodeAnAgreementOnceWhereItIsDatedOnlyWhenToldAgain() {
        // when
        var mentions = Coding.mentions("Norway and Peru have signed a treaty. The treaty was signed yesterday by"
                + " the Norwegian finance minister and the Peruvian foreign minister.");

        // then
        assertThat(mentions)
                .hasSize(2)
                .allSatisfy(mention -> assertThat(mention.getEventDate()).isEqualTo(Coding.DAY.minusDays(1)));
    }

    @Test
    void shouldNotTakeWhoeverTellsForTheVictimWhereAThirdIsNamed() {
        assertThat(Coding.acts("Norway said Peru, which sells its oil to Chile, had attacked shipping."))
                .noneMatch(act -> act.startsWith("PER>NOR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Chile is likely to borrow from the Asian Development Bank, president Masao Testo said. He urged Peru to wait.",
                "Officials said Chilean exports should rise.",
                "Chile's teachers are worried. Union leader Rosa Testino said Norway should help.",
            })
    void shouldNotTakeABodysHeadOrGoodsForTheState(String text) {
        assertThat(Coding.acts(text)).noneMatch(act -> act.startsWith("CHL>") || act.contains(">CHL"));
    }
}
