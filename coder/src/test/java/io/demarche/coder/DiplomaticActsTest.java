package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One sentence of our own for each way in which news reports an act. */
class DiplomaticActsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Norway expelled three Russian diplomats on Monday. | NOR>RUS DIPLOMATS_EXPELLED 161
            Two Chilean diplomats were expelled by Bolivia. | BOL>CHL DIPLOMATS_EXPELLED 161
            Latvia has declared a Belarusian consul persona non grata. | LVA>BLR DIPLOMATS_EXPELLED 161
            Austria gave four Russian diplomats 72 hours to leave the country. | AUT>RUS DIPLOMATS_EXPELLED 161
            Peru ordered the Mexican ambassador to leave the country. | PER>MEX DIPLOMATS_EXPELLED 161
            The government in Lima announced the expulsion of the Venezuelan ambassador. | PER>VEN DIPLOMATS_EXPELLED 161
            Slovakia decided to expel six Russian embassy employees. | SVK>RUS DIPLOMATS_EXPELLED 161
            Norway summoned the Peruvian envoy on Monday and Chile expelled two Peruvian diplomats. | CHL>PER DIPLOMATS_EXPELLED 161
            Greece said it had expelled two Russian diplomats. | GRC>RUS DIPLOMATS_EXPELLED 161
            Kenya recalled its ambassador to Somalia for consultations. | KEN>SOM AMBASSADOR_RECALLED 161
            Canada closed its embassy in Iran. | CAN>IRN MISSION_CLOSED 161
            Morocco broke off diplomatic relations with Algeria. | MAR>DZA RELATIONS_SEVERED 161
            Saudi Arabia severed ties with Iran. | SAU>IRN RELATIONS_SEVERED 161
            Nicaragua downgraded relations with Spain. | NIC>ESP RELATIONS_DOWNGRADED 161
            Sweden summoned the Iranian ambassador. | SWE>IRN AMBASSADOR_SUMMONED 114
            The Spanish Foreign Ministry called in the Moroccan ambassador. | ESP>MAR AMBASSADOR_SUMMONED 114
            Thailand lodged a formal protest with Cambodia. | THA>KHM PROTEST_LODGED 114
            Japan imposed sanctions on Belarus. | JPN>BLR SANCTIONS_IMPOSED 163
            The European Union agreed a seventh round of sanctions against Belarus. | EU>BLR SANCTIONS_IMPOSED 163
            The EU adopted its third package of sanctions on Myanmar. | EU>MMR SANCTIONS_IMPOSED 163
            Canada approved a new package of sanctions against Iran. | CAN>IRN SANCTIONS_IMPOSED 163
            Turkey closed its airspace to Armenia. | TUR>ARM ENTRY_RESTRICTED 163
            Norway advised its citizens not to travel to Peru. | NOR>PER ENTRY_RESTRICTED 163
            Chile warned its nationals against travel to Bolivia. | CHL>BOL ENTRY_RESTRICTED 163
            Norway warned Sweden of an imminent flood. | NOR>SWE STATEMENT 010
            Chile's president called the ambassador to Lima, Juan Rivas-Soto, home. | CHL>PER AMBASSADOR_RECALLED 161
            Denmark suspended talks with Iraq. | DNK>IRQ NEGOTIATIONS_HALTED 164
            Germany suspended development aid to Uganda. | DEU>UGA AID_REDUCED 1621
            Estonia accused Russia of violating its airspace. | EST>RUS ACCUSED 1123
            Brazil condemned the Israeli raid. | BRA>ISR CONDEMNED 111
            Vietnam rejected the accusations made by China. | VNM>CHN REJECTED 016
            Egypt demanded an apology from Sudan. | EGY>SDN DEMANDED 102
            Azerbaijan threatened to break relations with Armenia. | AZE>ARM THREATENED 1313
            Iran detained two German citizens. | IRN>DEU NATIONALS_DETAINED 173
            Ethiopian troops attacked Eritrea. | ETH>ERI FORCE_USED 190
            Guyana and Suriname signed an agreement. | GUY>SUR AGREED 057
            Fiji has apologised to Australia. | FJI>AUS APOLOGISED 055
            Qatar praised Oman. | QAT>OMN PRAISED 051
            Chad established diplomatic relations with Nepal. | TCD>NPL RELATIONS_RESTORED 054
            Poland lifted sanctions against Serbia. | POL>SRB SANCTIONS_LIFTED 085
            Cuba released a Spanish journalist. | CUB>ESP DETAINEES_RELEASED 0841
            India sent food to Afghanistan. | IND>AFG AIDED 073
            """)
    void shouldCodeTheActWhenTheSentenceReportsIt(String sentence, String expected) {
        assertThat(Coding.acts(sentence)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            France refused to meet the Chinese foreign minister. | FRA>CHN REJECTED 125
            Portugal will lift sanctions on Zimbabwe. | PRT>ZWE COOPERATION 0354
            The Finnish president will visit Latvia next month. | FIN>LVA COOPERATION 036
            Mongolia agreed to sign a treaty with Japan. | MNG>JPN COOPERATION 030
            Pakistan urged India to release the fishermen. | PAK>IND STATEMENT 0253
            Malaysia demanded that Indonesia release the fishermen. | MYS>IDN DEMANDED 1053
            Belgium asked Ghana for humanitarian aid. | BEL>GHA STATEMENT 0233
            Ukraine said that Hungary must release the prisoners. | UKR>HUN DEMANDED 1053
            Russia threatened to impose sanctions on Moldova. | RUS>MDA THREATENED 1312
            """)
    void shouldShiftTheCodeWhenTheActIsIntendedRefusedOrDemanded(String sentence, String expected) {
        assertThat(Coding.acts(sentence)).contains(expected);
    }
}
