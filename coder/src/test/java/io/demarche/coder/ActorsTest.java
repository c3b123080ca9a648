package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.EventMention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ankara expelled two Greek diplomats. | TUR>GRC DIPLOMATS_EXPELLED 161
            The Kremlin expelled two of Norway's diplomats. | RUS>NOR DIPLOMATS_EXPELLED 161
            The government of Peru expelled two diplomats from Ecuador. | PER>ECU DIPLOMATS_EXPELLED 161
            The Democratic Republic of the Congo expelled a Rwandan diplomat. | COD>RWA DIPLOMATS_EXPELLED 161
            Turkish President Recep Tayyip Erdogan condemned Austria. | TUR>AUT CONDEMNED 111
            Lebanon, which had warned of it, expelled the Libyan ambassador. | LBN>LBY DIPLOMATS_EXPELLED 161
            The Danish ambassador to Iran was summoned. | IRN>DNK AMBASSADOR_SUMMONED 114
            The Danish ambassador was summoned to the Foreign Ministry in Tehran. | IRN>DNK AMBASSADOR_SUMMONED 114
            Croatia recalled its ambassador from Belgrade. | HRV>SRB AMBASSADOR_RECALLED 161
            """)
    void shouldFindTheStateWhenItIsNamedIndirectly(String sentence, String expected) {
        assertThat(Coding.acts(sentence)).contains(expected);
    }

    @Test
    void shouldCodeEveryPairWhenActorsAreCompound() {
        // when
        var acts = Coding.acts("Estonia and Latvia expelled diplomats from Russia and Belarus.");

        // then
        assertThat(acts)
                .containsExactlyInAnyOrder(
                        "EST>RUS DIPLOMATS_EXPELLED 161",
                        "EST>BLR DIPLOMATS_EXPELLED 161",
                        "LVA>RUS DIPLOMATS_EXPELLED 161",
                        "LVA>BLR DIPLOMATS_EXPELLED 161");
    }

    @Test
    void shouldFollowTheMinistryAndThePronounWhenTheyPointBack() {
        // when
        var acts = Coding.acts("The Romanian Foreign Ministry met reporters on Monday. "
                + "The ministry summoned the Russian ambassador. It also expelled two Russian diplomats.");

        // then
        assertThat(acts).contains("ROU>RUS AMBASSADOR_SUMMONED 114", "ROU>RUS DIPLOMATS_EXPELLED 161");
    }

    @Test
    void shouldLearnANameWhenTheArticleIntroducesIt() {
        // when
        var acts = Coding.acts(
                "Zoran Testovic, the Serbian foreign minister, spoke in Belgrade. Testovic condemned Croatia.");

        // then
        assertThat(acts).contains("SRB>HRV CONDEMNED 111");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Russia expelled the Russian ambassador. | source and target are the same
            A German supermarket rejected the French offer. | a firm
            The Swedish striker attacked the Danish defence in the semi-final. | sport
            Paris Hilton praised Georgia O'Keeffe. | persons with a country's name
            Michael Jordan criticised Israel Houghton. | persons with a country's name
            The former German chancellor criticised Poland. | no longer in office
            """)
    void shouldCodeNothingWhenNoStateActs(String sentence, String why) {
        assertThat(Coding.acts(sentence)).as(why).isEmpty();
    }

    @Test
    void shouldTellTheRoleWhenABodyOfTheStateActs() {
        // when
        EventMention mention =
                Coding.only("The Spanish Foreign Ministry summoned the Moroccan ambassador.", "AMBASSADOR_SUMMONED");

        // then
        assertThat(mention.getSource().getRole()).isEqualTo("FOREIGN_MINISTRY");
    }

    @Test
    void shouldMeanByTheTwoCountriesThoseWhomTheArticleIsAbout() {
        // given
        String text = "Peru and Chile held talks on fishing. Chile thanked Peru for its help."
                + " Peru fears a Brazilian fleet in the region."
                + " The ministers of the two countries signed an agreement.";

        // then
        assertThat(Coding.acts(text)).contains("PER>CHL AGREED 057").noneMatch(act -> act.contains("BRA"));
    }

    @Test
    void shouldMeanByTheTwoCountriesStatesRatherThanOrganisations() {
        // given
        String text =
                "Peru and Chile complained to the UN Security Council. The ministers of the two countries signed an agreement.";

        // then
        assertThat(Coding.acts(text)).contains("PER>CHL AGREED 057").noneMatch(act -> act.matches(".*UN.*AGREED.*"));
    }

    @Test
    void shouldMeanByTheGovernmentThatOfTheStateWhichTheArticleIsAbout() {
        // given
        String text = "Peru sent wheat to Mali. Peru praised Mali. Peru held talks with officials from India."
                + " The government also condemned Kenya.";

        // then
        assertThat(Coding.acts(text)).contains("PER>KEN CONDEMNED 111");
    }

    @Test
    void shouldNotMeanByItAStateThatComesUpInPassing() {
        // given
        String text = "Peru sent wheat to Mali. Peru praised Mali. Peru is a friend of Mali."
                + " Its spies are in Kuwait. It attacked Kenya.";

        // then
        assertThat(Coding.acts(text)).noneMatch(act -> act.startsWith("KWT"));
    }
}
