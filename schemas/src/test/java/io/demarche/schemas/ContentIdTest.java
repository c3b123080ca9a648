package io.demarche.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ContentIdTest {
    @Property
    void shouldDifferForDifferentFields(
            @ForAll @Size(max = 3) List<@StringLength(max = 3) @CharRange(from = 'a', to = 'b') String> some,
            @ForAll @Size(max = 3) List<@StringLength(max = 3) @CharRange(from = 'a', to = 'b') String> others) {
        Assume.that(!some.equals(others));

        assertThat(id(some)).isNotEqualTo(id(others));
    }

    @Property
    void shouldBeThirtyTwoHexadecimalDigits(@ForAll List<String> fields) {
        assertThat(id(fields)).matches("[0-9a-f]{32}");
    }

    @Test
    void shouldNotDependOnWhereFieldsAreDivided() {
        assertThat(List.of(
                        ContentId.of("ab", "c"),
                        ContentId.of("a", "bc"),
                        ContentId.of("abc"),
                        ContentId.of("abc", ""),
                        ContentId.of("", "abc")))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldStayTheSameForEver() {
        // Stored records refer to each other by these: a change would cut every link in topics that live on.
        assertThat(ContentId.of("AZE", "FRA", "DIPLOMATS_EXPELLED", "2023-12-26"))
                .isEqualTo("319208a1647a7e92891d32c55e4a6fe3");
    }

    @Test
    void shouldTakeABrokenCharacterForWhatItBecomesOnTheWire() {
        assertThat(ContentId.of("a\ud800")).isEqualTo(ContentId.of("a?"));
    }

    private static String id(List<String> fields) {
        return ContentId.of(fields.toArray(String[]::new));
    }
}
