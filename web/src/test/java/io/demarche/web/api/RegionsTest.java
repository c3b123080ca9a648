package io.demarche.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.StateNames;
import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionsTest {
    @Test
    void shouldHaveEveryStateWithANameInOneRegion() {
        List<String> placed =
                Regions.bundled().all().values().stream().flatMap(List::stream).toList();

        assertThat(placed).doesNotHaveDuplicates();
        assertThat(StateNames.bundled().all().keySet())
                .filteredOn(code -> !code.equals("ATA"))
                .containsExactlyInAnyOrderElementsOf(placed);
    }

    @Test
    void shouldNameTheLineOfAMistake() {
        BufferedReader twice = new BufferedReader(new StringReader("region\tcodes\nHere\tCHL KEN\nThere\tKEN\n"));

        assertThatThrownBy(() -> Regions.read(twice))
                .isInstanceOf(DemarcheException.class)
                .hasMessage("regions.tsv:3: KEN stands there twice");
    }
}
