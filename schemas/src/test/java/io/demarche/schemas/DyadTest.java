package io.demarche.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DyadTest {
    @Property
    void shouldBeTheSameInBothDirections(@ForAll String a, @ForAll String b) {
        assertThat(Dyad.between(a, b)).isEqualTo(Dyad.between(b, a));
    }

    @Property
    void shouldBeTheSameInBothDirectionsForCodes(
            @ForAll @StringLength(3) @CharRange(from = 'A', to = 'E') String a,
            @ForAll @StringLength(3) @CharRange(from = 'A', to = 'E') String b) {
        assertThat(Dyad.between(a, b)).isEqualTo(Dyad.between(b, a));
    }

    @Property
    void shouldReadBackItsWrittenForm(
            @ForAll @StringLength(3) @CharRange(from = 'A', to = 'Z') String a,
            @ForAll @StringLength(3) @CharRange(from = 'A', to = 'Z') String b) {
        Dyad.between(a, b)
                .ifPresent(dyad -> assertThat(Dyad.parse(dyad.toString())).isEqualTo(dyad));
    }

    @Test
    void shouldPutTheCodesInAlphabeticalOrder() {
        assertThat(Dyad.between("FRA", "AZE")).hasToString("Optional[AZE-FRA]");
    }

    @Test
    void shouldTakeKosovo() {
        assertThat(Dyad.between("XKX", "SRB")).hasValue(new Dyad("SRB", "XKX"));
    }

    @Test
    void shouldTakeTheEuropeanUnionForAParty() {
        assertThat(Dyad.between("RUS", "EU")).hasValue(new Dyad("EU", "RUS"));
        assertThat(Dyad.between("EU", "DEU")).hasToString("Optional[DEU-EU]");
        assertThat(Dyad.parse("EU-RUS")).isEqualTo(new Dyad("EU", "RUS"));
    }

    @ParameterizedTest
    @CsvSource({
        "FRA,FRA",
        "EU,EU",
        "EU,UN",
        "UN,FRA",
        "FRA,NATO",
        "FRA,IGO",
        "WHO,USA",
        "FRA,fra",
        "FRA,''",
        "FRA,FR1",
        "FRA,ÄÖÜ"
    })
    void shouldNotPairAStateWithItselfOrWithWhatIsNoState(String a, String b) {
        assertThat(Dyad.between(a, b)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "AZE",
                "FRA-AZE",
                "AZE-AZE",
                "aze-fra",
                "AZE-FRA-",
                "AZE_FRA",
                "FRA-EU",
                "EU-UN",
                "AZE-FRA\n"
            })
    void shouldRefuseWhatIsNotTheWrittenForm(String text) {
        assertThatThrownBy(() -> Dyad.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a dyad");
    }
}
