package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstructionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ethiopian shelling killed two Eritrean soldiers. | ETH>ERI FORCE_USED 193
            A Thai air strike killed four Cambodian soldiers on Sunday. | THA>KHM FORCE_USED 193
            """)
    void shouldFindWhoActsWhenADeedIsTheSubject(String sentence, String expected) {
        assertThat(Coding.acts(sentence)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Danish parliament adopted a resolution condemning Belarus. | DNK>BLR CONDEMNED 111
            In May a Swedish report accused Eritrea of torture. | SWE>ERI ACCUSED 1122
            """)
    void shouldFindWhoSpeaksWhenATextSpeaks(String sentence, String expected) {
        assertThat(Coding.acts(sentence)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Three hundred Kenyan soldiers were deployed in Haiti on Monday. | KEN>HTI FORCE_POSTURE 154
            Two thousand Cuban troops were withdrawn from Angola. | CUB>AGO COOPERATION 0874
            """)
    void shouldTakeTroopsForTheirStateWhenAPassiveNamesNobody(String sentence, String expected) {
        assertThat(Coding.acts(sentence)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Russian aircraft bombed Kharkiv on Friday. | RUS>UKR FORCE_USED 195
            China arrested a missionary from Calgary. | CHN>CAN NATIONALS_DETAINED 173
            """)
    void shouldFindTheStateWhenATownOfItIsActedUpon(String sentence, String expected) {
        assertThat(Coding.acts(sentence)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"Calgary condemned China.", "Kharkiv expelled two Peruvian diplomats."})
    void shouldCodeNothingWhenATownActs(String sentence) {
        assertThat(Coding.acts(sentence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Norway has said it will not lift the embargo until Chile frees the fishermen. | NOR>CHL REJECTED 1244
            """)
    void shouldFindTheTargetWhenItMustMeetTheCondition(String sentence, String expected) {
        assertThat(Coding.acts(sentence)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Austria rejected Hungary's decision to recognise Kosovo. | AUT>HUN REJECTED 120 | HUN>XKX
            """)
    void shouldCodeTheRejectionWhenItIsOfAnothersAct(String sentence, String expected, String other) {
        assertThat(Coding.acts(sentence)).contains(expected).noneMatch(act -> act.startsWith(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Peru threatened that it would break off relations with Bolivia. | PER>BOL THREATENED 1313
            """)
    void shouldCodeOneThreatWhenItIsSaidTwice(String sentence, String expected) {
        assertThat(Coding.acts(sentence)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Portugal donated two million euros to the World Health Organization in Chad. | PRT>TCD AIDED 071
            """)
    void shouldFindTheStateWhenAidGoesThroughAnOrganisation(String sentence, String expected) {
        assertThat(Coding.acts(sentence)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NATO envoy Angela Merkel criticised Serbia. | NATO>SRB CONDEMNED 111
            """)
    void shouldActForWhomTheTitleNames(String sentence, String expected) {
        assertThat(Coding.acts(sentence)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Gambia said Monday it had asked Senegal to free the fishermen. | GMB>SEN
            Oman said Thursday it had expelled two Maltese diplomats. | OMN>MLT
            """)
    void shouldNotTakeADayForTheSubject(String sentence, String pair) {
        assertThat(Coding.acts(sentence)).anyMatch(act -> act.startsWith(pair));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            At least nine Djiboutian soldiers were killed in an Eritrean mortar attack. | ERI>DJI FORCE_USED 193
            The Chadian army said it had launched air strikes on targets in Niger. | TCD>NER FORCE_USED 190
            """)
    void shouldFindWhoSufferedWhenTheDeedStandsBehindThem(String sentence, String expected) {
        assertThat(Coding.acts(sentence)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Latvia has set aside two million euros in aid to help Fiji rebuild. | LVA>FJI
            Malta will not reopen the port unless Libya pays. | MLT>LBY
            Food supplies from Kuwait arrived in Jordan on Monday. | KWT>JOR AIDED 073
            The Saudi-led coalition bombed Aden. | SAU>YEM FORCE_USED 195
            Iceland disbursed $3 million to Malawi. | ISL>MWI AIDED 071
            UN helicopters bombed Goma. | UN>COD FORCE_USED 195
            """)
    void shouldFindBothSidesWhenTheyStandFarApart(String sentence, String expected) {
        assertThat(Coding.acts(sentence)).anyMatch(act -> act.startsWith(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A student from Calgary was arrested in Qatar on Friday. | QAT>CAN NATIONALS_DETAINED 173
            """)
    void shouldNotLetThePrisonersHomeArrestThem(String sentence, String expected) {
        assertThat(Coding.acts(sentence)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ghana, which currently chairs the bloc, has condemned the authorities in Togo. | GHA>TGO CONDEMNED 111
            France, whose troops left Mali last year, condemned Niger. | FRA>NER CONDEMNED 111
            """)
    void shouldFindTheSubjectWhenAClauseStandsBetweenItAndItsVerb(String sentence, String expected) {
        assertThat(Coding.acts(sentence)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Five Sudanese rebels were killed when Chadian jets bombed a camp. | TCD>SDN FORCE_USED 193
            Two Chilean fishermen were wounded after Peruvian guards opened fire on a boat. | PER>CHL FORCE_USED 182
            """)
    void shouldFindWhoActsWhenTheClauseBehindSaysWhatHappened(String sentence, String expected) {
        assertThat(Coding.acts(sentence)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Eritrea has moved heavy artillery into the zone separating it from Ethiopia. | ERI>ETH FORCE_POSTURE 154
            Portugal took in two hundred people living in Maltese camps. | PRT>MLT COOPERATION 080
            """)
    void shouldFindTheTargetWhenAParticipleTellsWhere(String sentence, String expected) {
        assertThat(Coding.acts(sentence)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'A Greek-born pilot bombed Nairobi, police said.'",
        "Peru sold Chile German-made trucks and condemned Austrian-born bankers."
    })
    void shouldNotTakeAPlaceOfOriginForAParty(String sentence) {
        assertThat(Coding.acts(sentence))
                .noneMatch(act -> act.contains("GRC") || act.contains("DEU") || act.contains("AUT"));
    }
}
