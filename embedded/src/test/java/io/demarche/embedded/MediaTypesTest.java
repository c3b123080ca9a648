package io.demarche.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.schemaregistry.v1+json",
                "application/vnd.schemaregistry+json",
                "application/json",
                "application/json; charset=utf-8",
                "Application/JSON",
                "application/octet-stream"
            })
    void shouldReadEveryNameOfJson(String contentType) {
        assertThat(MediaTypes.isReadable(contentType)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "", ";"})
    void shouldNotReadOtherTypes(String contentType) {
        assertThat(MediaTypes.isReadable(contentType)).isFalse();
    }

    @Test
    void shouldReadABodyWithoutAType() {
        assertThat(MediaTypes.isReadable(null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*                                         | application/vnd.schemaregistry.v1+json",
                "application/*                               | application/vnd.schemaregistry.v1+json",
                "application/json                            | application/json",
                "text/html, application/json;q=0.9           | application/json",
                "application/json;q=0, */*                   | application/vnd.schemaregistry.v1+json",
                "application/vnd.schemaregistry+json         | application/vnd.schemaregistry+json"
            })
    void shouldAnswerWithATypeThatTheClientTakes(String accept, String expected) {
        assertThat(MediaTypes.answer(accept)).contains(expected);
    }

    @Test
    void shouldAnswerWithTheRegistrysOwnTypeWhereTheClientDoesNotMind() {
        assertThat(MediaTypes.answer(null)).contains(MediaTypes.PREFERRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json;q=0", "application/json;q=0.000", "nonsense"})
    void shouldHaveNoAnswerForAClientThatTakesNoneOfItsTypes(String accept) {
        assertThat(MediaTypes.answer(accept)).isEmpty();
    }
}
