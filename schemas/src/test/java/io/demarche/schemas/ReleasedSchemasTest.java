package io.demarche.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds each schema to those that were released before it ({@code src/main/resources/schemas/released/vN}): whoever reads
 * a topic with this build must read what any released one wrote.
 */
class ReleasedSchemasTest {
    private static final Path RELEASED = Path.of("src/main/resources/schemas/released");
    private static final CompatibilityLevel LEVEL = CompatibilityLevel.BACKWARD_TRANSITIVE;

    @ParameterizedTest
    @MethodSource("current")
    void shouldReadWhatEveryReleasedVersionWrote(Schema current) throws IOException {
        assertThat(LEVEL.violations(current, released(current.getName()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("current")
    void shouldHaveBeenReleased(Schema current) throws IOException {
        assertThat(released(current.getName())).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a field without a default | {\"name\":\"body\" | {\"name\":\"fresh\",\"type\":\"int\"},{\"name\":\"body\"",
                "another type              | \"name\":\"body\",\"type\":\"string\" | \"name\":\"body\",\"type\":\"int\"",
                "text no longer taken      | \"type\":[\"null\",\"string\"] | \"type\":[\"null\",\"int\"]",
                "another name              | \"name\":\"RawArticle\" | \"name\":\"Article\""
            })
    void shouldFailForAnIncompatibleChange(String change, String text, String replacement) throws IOException {
        String changed = released("RawArticle").get(0).toString().replace(text, replacement);
        assertThat(changed).as(change).contains(replacement);

        assertThat(LEVEL.violations(new Schema.Parser().parse(changed), released("RawArticle")))
                .as(change)
                .isNotEmpty();
    }

    @Test
    void shouldAllowANewFieldWithADefault() throws IOException {
        String grown = released("RawArticle")
                .get(0)
                .toString()
                .replace(
                        "{\"name\":\"body\"", "{\"name\":\"fresh\",\"type\":\"int\",\"default\":0},{\"name\":\"body\"");

        assertThat(LEVEL.violations(new Schema.Parser().parse(grown), released("RawArticle")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldDocumentEveryField(Schema record) {
        assertThat(record.getDoc()).isNotBlank();
        assertThat(record.getFields())
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.doc()).as(field.name()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("enums")
    void shouldDocumentEverySymbolAndNoOther(Schema type) {
        assertThat(type.getDoc()).isNotBlank();
        assertThat(type.getObjectProp("symbolDocs"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys(type.getEnumSymbols().toArray())
                .allSatisfy((symbol, doc) -> assertThat(doc.toString()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("enums")
    void shouldHaveASymbolForWhatReadersDoNotKnowYet(Schema type) {
        assertThat(type.getEnumDefault()).isEqualTo("UNKNOWN");
        assertThat(type.getEnumSymbols()).startsWith("UNKNOWN");
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldLetNullableFieldsBeLeftOut(Schema record) {
        assertThat(record.getFields())
                .filteredOn(field -> field.schema().isNullable())
                .allSatisfy(
                        field -> assertThat(field.defaultVal()).as(field.name()).isEqualTo(JsonProperties.NULL_VALUE));
    }

    static List<Schema> records() {
        return named(Schema.Type.RECORD);
    }

    static List<Schema> enums() {
        return named(Schema.Type.ENUM);
    }

    static List<Schema> current() {
        return Topics.all().stream()
                .flatMap(topic -> topic.valueType().stream())
                .map(type -> SpecificData.getForClass(type).getSchema(type))
                .toList();
    }

    private static List<Schema> named(Schema.Type type) {
        Map<String, Schema> found = new LinkedHashMap<>();
        current().forEach(schema -> collect(schema, found));
        return found.values().stream()
                .filter(schema -> schema.getType() == type)
                .toList();
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                found.put(schema.getFullName(), schema);
                schema.getFields().forEach(field -> collect(field.schema(), found));
            }
            case ENUM -> found.put(schema.getFullName(), schema);
            case ARRAY -> collect(schema.getElementType(), found);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
            default -> {}
        }
    }

    /** All released versions, oldest first. */
    private static List<Schema> released(String name) throws IOException {
        List<Path> versions;
        try (Stream<Path> directories = Files.list(RELEASED)) {
            versions = directories
                    .sorted(Comparator.comparingInt(directory ->
                            Integer.parseInt(directory.getFileName().toString().substring(1))))
                    .toList();
        }
        List<Schema> schemas = new ArrayList<>();
        for (Path version : versions) {
            Path file = version.resolve(name + ".avsc");
            if (Files.exists(file)) {
                schemas.add(new Schema.Parser().parse(Files.readString(file)));
            }
        }
        return schemas;
    }
}
