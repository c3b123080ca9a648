package io.demarche.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.kafka.registry.RegistryAnswer;
import io.demarche.kafka.registry.RegistryTransport;
import io.demarche.kafka.registry.SchemaRegistryClient;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryProtocolTest {
    private static final String INT = "{\"schema\":\"\\\"int\\\"\"}";

    private final RegistryProtocol protocol = new RegistryProtocol(SchemaCatalog.inMemory());

    @Test
    void shouldAnswerLikeTheGenuineServer() throws Exception {
        RegistryContract.verify(protocol);

        assertThat(RegistryContract.size()).isGreaterThan(30);
    }

    @Test
    void shouldFailTheContractWhereAnAnswerDiffers() {
        RegistryTransport lenient = (method, path, body) -> {
            RegistryAnswer answer = protocol.exchange(method, path, body);
            return new RegistryAnswer(answer.status() == 409 ? 200 : answer.status(), answer.body());
        };

        assertThatThrownBy(() -> RegistryContract.verify(lenient))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("an incompatible schema is refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /nowhere                      |  | 404 | 404",
                "GET    | /subjects/s/other             |  | 404 | 404",
                "GET    | /schemas/ids/1/parent         |  | 404 | 404",
                "GET    | /schemas/ids/x                |  | 404 | 40403",
                "GET    | /schemas/ids/99999999999      |  | 404 | 40403",
                "PUT    | /subjects                     |  | 405 | 405",
                "DELETE | /config                       |  | 405 | 405",
                "GET    | /mode/s                       |  | 404 | 40409",
                "GET    | /subjects/%ZZ/versions        |  | 400 | 400",
                "POST   | /subjects/s/versions          |  | 400 | 400",
                "POST   | /subjects/s/versions          | [] | 400 | 400",
                "POST   | /subjects/s/versions          | {bad | 400 | 400",
                "POST   | /subjects/s/versions          | {} | 422 | 42201",
                "POST   | /subjects/s/versions          | {\"schema\":7} | 422 | 42201",
                "POST   | /subjects/s/versions          | {\"schema\":\"{}\",\"schemaType\":\"JSON\"} | 422 | 42201",
                "POST   | /subjects/s/versions          | {\"schema\":\"{}\",\"references\":[{}]} | 422 | 42201",
                "POST   | /subjects/%20/versions        | {\"schema\":\"\\\"int\\\"\"} | 422 | 42208",
                "POST   | /subjects/a%0Ab/versions      | {\"schema\":\"\\\"int\\\"\"} | 422 | 42208",
                "DELETE | /config/s                     |  | 404 | 40408",
                "DELETE | /subjects/s                   |  | 404 | 40401"
            })
    void shouldSayWhatIsWrongWithARequest(
            String method, String path, @Nullable String body, int status, int errorCode) {
        RegistryAnswer answer = protocol.exchange(method, path, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains("\"error_code\":" + errorCode + ",\"message\":\"");
    }

    @Property
    void shouldAnswerWhateverComes(@ForAll String path, @ForAll String body) {
        assertThat(protocol.exchange("POST", "/subjects/" + path, body).status())
                .isGreaterThanOrEqualTo(200);
        assertThat(protocol.exchange("GET", path, null).status()).isGreaterThanOrEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 100_000})
    void shouldRefuseASchemaNestedTooDeeplyToBeHandled(int depth) {
        String nested = "{\\\"type\\\":\\\"array\\\",\\\"items\\\":".repeat(depth);

        assertThat(protocol.exchange("POST", "/subjects/s/versions", "{\"schema\":\"" + nested + "\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void shouldGiveTheBareSchemaWhereAsked() {
        protocol.exchange("POST", "/subjects/s/versions", INT);

        assertThat(protocol.exchange("GET", "/schemas/ids/1/schema", null).body())
                .isEqualTo("\"int\"");
        assertThat(protocol.exchange("GET", "/subjects/s/versions/1/schema", null)
                        .body())
                .isEqualTo("\"int\"");
    }

    @Test
    void shouldListTheSubjectsOfASchema() {
        protocol.exchange("POST", "/subjects/s/versions", INT);
        protocol.exchange("POST", "/subjects/a/versions", INT);

        assertThat(protocol.exchange("GET", "/schemas/ids/1/subjects", null).body())
                .isEqualTo("[\"a\",\"s\"]");
    }

    @Test
    void shouldGiveTheUseOfASchemaUnderTheSubjectThatIsMeant() {
        protocol.exchange("POST", "/subjects/s/versions", INT);
        protocol.exchange("POST", "/subjects/a/versions", INT);

        assertThat(protocol.exchange("GET", "/schemas/ids/1?fetchMaxId=false&subject=s", null)
                        .body())
                .startsWith("{\"subject\":\"s\",\"version\":1,");
        assertThat(protocol.exchange("GET", "/schemas/ids/1?subject=other", null)
                        .body())
                .startsWith("{\"subject\":\"a\",\"version\":1,");
    }

    @Test
    void shouldListSubjectsByPrefix() {
        protocol.exchange("POST", "/subjects/raw-value/versions", INT);
        protocol.exchange("POST", "/subjects/other-value/versions", INT);

        assertThat(protocol.exchange("GET", "/subjects?subjectPrefix=ra", null).body())
                .isEqualTo("[\"raw-value\"]");
    }

    @Test
    void shouldDeleteSoftly() {
        protocol.exchange("POST", "/subjects/s/versions", INT);

        assertThat(protocol.exchange("DELETE", "/subjects/s", null).body()).isEqualTo("[1]");
        assertThat(protocol.exchange("GET", "/subjects", null).body()).isEqualTo("[]");
        assertThat(protocol.exchange("GET", "/schemas/ids/1", null).status()).isEqualTo(200);
    }

    @Test
    void shouldDeleteForGoodWhatIsDeletedSoftly() {
        protocol.exchange("POST", "/subjects/s/versions", INT);

        RegistryAnswer tooEarly = protocol.exchange("DELETE", "/subjects/s?permanent=true", null);
        protocol.exchange("DELETE", "/subjects/s/versions/1", null);
        String listed = protocol.exchange("GET", "/subjects?deleted=true", null).body();
        String versions = protocol.exchange("GET", "/subjects/s/versions?deleted=true", null)
                .body();
        RegistryAnswer version = protocol.exchange("GET", "/subjects/s/versions/1?deleted=true", null);
        RegistryAnswer gone = protocol.exchange("DELETE", "/subjects/s/versions/1?permanent=true", null);

        assertThat(tooEarly.status()).isEqualTo(404);
        assertThat(tooEarly.body()).contains("40405");
        assertThat(listed).isEqualTo("[\"s\"]");
        assertThat(versions).isEqualTo("[1]");
        assertThat(version.status()).isEqualTo(200);
        assertThat(gone.body()).isEqualTo("1");
        assertThat(protocol.exchange("GET", "/subjects?deleted=true", null).body())
                .isEqualTo("[]");
        assertThat(protocol.exchange("GET", "/schemas/ids/1", null).body()).contains("40403");
    }

    @Test
    void shouldLetAFailureOfTheLogThrough() {
        RegistryProtocol onBrokenLog = new RegistryProtocol(new SchemaCatalog((key, value) -> {
            throw new IllegalStateException("disk full");
        }));

        assertThatThrownBy(() -> onBrokenLog.exchange("POST", "/subjects/s/versions", INT))
                .hasMessage("disk full");
    }

    @Test
    void shouldServeAClientInTheSameProcess() {
        SchemaRegistryClient client = SchemaRegistryClient.from(Map.of("schema.registry.url", "mock://protocol-test"));
        try {
            assertThat(client.subjects()).isEmpty();
        } finally {
            MockRegistries.drop("protocol-test");
        }
    }
}
