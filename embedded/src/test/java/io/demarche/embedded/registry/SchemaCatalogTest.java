package io.demarche.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.kafka.registry.RegisteredSchema;
import io.demarche.kafka.registry.SchemaRegistryException;
import io.demarche.schemas.CompatibilityLevel;
import io.demarche.schemas.DemarcheException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCatalogTest {
    private static final String BASE = record("");
    private static final String OPTIONAL = record(",{\"name\":\"b\",\"type\":\"int\",\"default\":0}");
    private static final String REQUIRED = record(",{\"name\":\"b\",\"type\":\"int\"}");
    private static final String TEXT = record(",{\"name\":\"b\",\"type\":\"string\",\"default\":\"\"}");

    private final Map<String, String> log = new LinkedHashMap<>();
    private final SchemaCatalog catalog = new SchemaCatalog(log::put);

    @ParameterizedTest
    @CsvSource({
        // a field more without a default: only old readers cope; with one: both; a field less likewise
        "NONE,                BASE,     REQUIRED, true",
        "BACKWARD,            BASE,     REQUIRED, false",
        "BACKWARD,            REQUIRED, BASE,     true",
        "BACKWARD,            BASE,     OPTIONAL, true",
        "FORWARD,             BASE,     REQUIRED, true",
        "FORWARD,             REQUIRED, BASE,     false",
        "FORWARD,             BASE,     OPTIONAL, true",
        "FULL,                BASE,     REQUIRED, false",
        "FULL,                REQUIRED, BASE,     false",
        "FULL,                BASE,     OPTIONAL, true",
        "FULL_TRANSITIVE,     BASE,     OPTIONAL, true",
        "FORWARD_TRANSITIVE,  REQUIRED, BASE,     false",
        "BACKWARD_TRANSITIVE, BASE,     REQUIRED, false"
    })
    void shouldLetANewVersionFollowAsItsLevelSays(CompatibilityLevel level, String first, String second, boolean may) {
        catalog.setLevel("s", level);
        catalog.register("s", schema(first));

        assertThat(catalog.violations("s", schema(second)).isEmpty()).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({
        "BACKWARD, true",
        "BACKWARD_TRANSITIVE, false",
        "FORWARD, true",
        "FORWARD_TRANSITIVE, false",
        "FULL, true",
        "FULL_TRANSITIVE, false"
    })
    void shouldCompareWithAllVersionsWhereTheLevelIsTransitive(CompatibilityLevel level, boolean may) {
        // b as a number, then no b, then b as text: each step is fine, the first and the last do not fit
        catalog.setLevel("s", level);
        catalog.register("s", OPTIONAL);
        catalog.register("s", BASE);

        assertThat(catalog.violations("s", TEXT).isEmpty()).isEqualTo(may);
    }

    @Test
    void shouldRefuseAnotherNameThoughTheFieldsFit() {
        catalog.register("s", BASE);

        assertThatThrownBy(() -> catalog.register("s", BASE.replace("\"x\"", "\"elsewhere\"")))
                .hasMessageContaining("NAME_MISMATCH")
                .extracting("errorCode")
                .isEqualTo(SchemaRegistryException.INCOMPATIBLE_SCHEMA);
    }

    @Test
    void shouldTakeAnotherNameThatAnAliasExplains() {
        catalog.register("s", BASE);
        String renamed = BASE.replace("\"namespace\":\"x\"", "\"namespace\":\"y\",\"aliases\":[\"x.A\"]");

        assertThat(catalog.register("s", renamed).version()).isEqualTo(2);
    }

    @Test
    void shouldSayWhichFieldIsInTheWay() {
        catalog.register("s", BASE);

        assertThat(catalog.violations("s", "latest", REQUIRED))
                .singleElement()
                .asString()
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE", "/fields/1", "b");
    }

    @Test
    void shouldFindNothingInTheWayUnderAnUnknownSubject() {
        assertThat(catalog.violations("s", "latest", BASE)).isEmpty();
    }

    @Test
    void shouldTellSchemasApartThatDifferInTheirDocumentationAlone() {
        String documented = BASE.replace("\"name\":\"A\"", "\"name\":\"A\",\"doc\":\"d\"");

        assertThat(catalog.register("s", BASE).id())
                .isNotEqualTo(catalog.register("s", documented).id());
    }

    @Test
    void shouldWriteEachChangeToTheLogOnce() {
        catalog.register("s", BASE);
        catalog.register("s", BASE);
        catalog.register("t", BASE);
        catalog.setGlobalLevel(CompatibilityLevel.FULL);
        catalog.setLevel("s", CompatibilityLevel.NONE);

        assertThat(log.keySet())
                .containsExactly(
                        "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1}",
                        "{\"keytype\":\"SCHEMA\",\"subject\":\"t\",\"version\":1}",
                        "{\"keytype\":\"CONFIG\",\"subject\":null}",
                        "{\"keytype\":\"CONFIG\",\"subject\":\"s\"}");
    }

    @Test
    void shouldComeBackFromItsLogAsItWas() {
        catalog.register("s", BASE);
        catalog.register("s", OPTIONAL);
        catalog.register("t", OPTIONAL);
        catalog.register("u", BASE);
        catalog.delete("u", "1");
        catalog.setGlobalLevel(CompatibilityLevel.FULL_TRANSITIVE);
        catalog.setLevel("s", CompatibilityLevel.NONE);
        catalog.setLevel("t", CompatibilityLevel.NONE);
        catalog.clearLevel("t");

        SchemaCatalog back = SchemaCatalog.inMemory();
        log.forEach(back::restore);

        assertThat(back.subjects()).containsExactly("s", "t");
        assertThat(back.versions("s")).containsExactly(1, 2);
        assertThat(back.version("t", "latest")).isEqualTo(new RegisteredSchema("t", 1, 2, OPTIONAL));
        assertThat(back.globalLevel()).isEqualTo(CompatibilityLevel.FULL_TRANSITIVE);
        assertThat(back.level("s")).hasValue(CompatibilityLevel.NONE);
        assertThat(back.level("t")).isEmpty();
        assertThat(back.register("u", REQUIRED)).isEqualTo(new RegisteredSchema("u", 2, 3, REQUIRED));
    }

    @Test
    void shouldNotChangeWhereTheLogFails() {
        boolean[] broken = {false};
        SchemaCatalog onLog = new SchemaCatalog((key, value) -> {
            if (broken[0]) {
                throw new IllegalStateException("disk full");
            }
        });
        onLog.register("s", BASE);
        broken[0] = true;

        assertThatThrownBy(() -> onLog.register("s", OPTIONAL)).hasMessage("disk full");
        assertThatThrownBy(() -> onLog.setGlobalLevel(CompatibilityLevel.NONE)).hasMessage("disk full");

        assertThat(onLog.versions("s")).containsExactly(1);
        assertThat(onLog.globalLevel()).isEqualTo(CompatibilityLevel.BACKWARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense | {}",
                "{} | {}",
                "{\"keytype\":\"SCHEMA\"} | {}",
                "{\"keytype\":\"SCHEMA\"} | {\"subject\":\"s\",\"version\":0,\"id\":1,\"schema\":\"\\\"int\\\"\"}",
                "{\"keytype\":\"SCHEMA\"} | {\"subject\":\"s\",\"version\":1,\"id\":1,\"schema\":\"{\"}",
                "{\"keytype\":\"CONFIG\",\"subject\":null} | {}",
                "{\"keytype\":\"CONFIG\",\"subject\":null} | {\"compatibilityLevel\":\"SIDEWARD\"}"
            })
    void shouldNameTheRecordOfALogThatIsNone(String record) {
        String[] parts = record.split(" \\| ");

        assertThatThrownBy(() -> catalog.restore(parts[0], parts[1]))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining(parts[0]);
    }

    @Test
    void shouldKeepTheSchemaOfADeletedVersionReadable() {
        RegisteredSchema registered = catalog.register("s", BASE);

        catalog.deleteSubject("s");

        assertThat(catalog.schemaById(registered.id())).isEqualTo(BASE);
        assertThat(catalog.versionsOf(registered.id())).isEmpty();
        assertThatThrownBy(() -> catalog.versions("s"))
                .extracting("errorCode")
                .isEqualTo(SchemaRegistryException.SUBJECT_NOT_FOUND);
    }

    @Test
    void shouldNeverUseTheNumberOfADeletedVersionAgain() {
        RegisteredSchema first = catalog.register("s", BASE);
        catalog.delete("s", "latest");

        assertThat(catalog.register("s", BASE)).isEqualTo(new RegisteredSchema("s", 2, first.id(), BASE));
    }

    @Test
    void shouldForgetForGoodWhatWasDeletedBefore() {
        RegisteredSchema first = catalog.register("s", BASE);
        RegisteredSchema shared = catalog.register("s", OPTIONAL);
        catalog.register("t", OPTIONAL);
        catalog.deleteSubject("s");

        assertThat(catalog.purgeSubject("s")).containsExactly(1, 2);

        assertThat(catalog.allSubjects()).containsExactly("t");
        assertThat(catalog.schemaById(shared.id())).as("held by t as well").isEqualTo(OPTIONAL);
        assertRefused(SchemaRegistryException.SCHEMA_NOT_FOUND, () -> catalog.schemaById(first.id()));
        assertRefused(SchemaRegistryException.SUBJECT_NOT_FOUND, () -> catalog.purgeSubject("s"));
    }

    @Test
    void shouldForgetNothingThatIsInUse() {
        catalog.register("s", BASE);

        assertRefused(SchemaRegistryException.SUBJECT_NOT_SOFT_DELETED, () -> catalog.purgeSubject("s"));
        assertRefused(SchemaRegistryException.VERSION_NOT_SOFT_DELETED, () -> catalog.purge("s", "1"));
        assertThat(catalog.versions("s")).containsExactly(1);
    }

    @Test
    void shouldSayThatSomethingIsDeletedAlready() {
        catalog.register("s", BASE);
        catalog.delete("s", "1");

        assertRefused(SchemaRegistryException.VERSION_SOFT_DELETED, () -> catalog.delete("s", "1"));
        assertRefused(SchemaRegistryException.VERSION_SOFT_DELETED, () -> catalog.delete("s", "latest"));
        assertRefused(SchemaRegistryException.SUBJECT_SOFT_DELETED, () -> catalog.deleteSubject("s"));
        assertThat(catalog.allVersions("s")).containsExactly(1);
    }

    @Test
    void shouldNeverGiveAnIdTwiceThoughItsSchemaIsGoneAndTheLogIsCompacted() {
        catalog.register("s", BASE);
        int gone = catalog.register("s", OPTIONAL).id();
        catalog.delete("s", "2");
        catalog.purge("s", "2");
        log.values().removeIf(Objects::isNull); // as a compacted topic drops them in the end

        SchemaCatalog restarted = new SchemaCatalog(log::put);
        Map.copyOf(log).forEach(restarted::restore);

        assertThat(restarted.versions("s")).containsExactly(1);
        assertThat(restarted.register("s", TEXT).id()).isGreaterThan(gone);
        assertThat(catalog.register("s", TEXT).id()).isGreaterThan(gone);
    }

    @Test
    void shouldForgetAgainWhatItsLogTakesBack() {
        catalog.register("s", BASE);
        catalog.deleteSubject("s");
        catalog.purgeSubject("s");

        SchemaCatalog restarted = SchemaCatalog.inMemory();
        log.forEach(restarted::restore);

        assertThat(restarted.allSubjects()).isEmpty();
    }

    private static void assertRefused(int errorCode, ThrowingCallable question) {
        assertThatThrownBy(question).extracting("errorCode").isEqualTo(errorCode);
    }

    @Test
    void shouldGiveEachSchemaOneIdThoughManyRegisterAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> ids = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String subject = "s" + i % 10;
                ids.add(threads.submit(() -> catalog.register(subject, BASE).id()));
            }
            for (Future<Integer> id : ids) {
                assertThat(id.get()).isEqualTo(1);
            }
            assertThat(catalog.subjects())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 10).mapToObj(i -> "s" + i).toList());
        } finally {
            threads.shutdownNow();
        }
    }

    private static String schema(String name) {
        return switch (name) {
            case "BASE" -> BASE;
            case "OPTIONAL" -> OPTIONAL;
            default -> REQUIRED;
        };
    }

    private static String record(String moreFields) {
        return "{\"type\":\"record\",\"name\":\"A\",\"namespace\":\"x\",\"fields\":[{\"name\":\"a\",\"type\":\"string\"}"
                + moreFields + "]}";
    }
}
