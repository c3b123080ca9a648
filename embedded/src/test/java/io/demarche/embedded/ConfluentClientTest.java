package io.demarche.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.demarche.kafka.registry.SchemaRegistryClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Confluent's own client, as Apache Flink carries it under another package name, finds in our registry what it expects. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
@Timeout(60)
class ConfluentClientTest {
    private static final String SUBJECT = "acts-value";
    private static final AvroSchema FIRST = record("{\"name\":\"id\",\"type\":\"string\"}");
    private static final AvroSchema GROWN =
            record("{\"name\":\"id\",\"type\":\"string\"}," + "{\"name\":\"count\",\"type\":\"int\",\"default\":0}");
    private static final AvroSchema ALIEN = record("{\"name\":\"id\",\"type\":\"int\"}");

    @Parameter
    private boolean secured;

    private EmbeddedRegistry registry;
    private Map<String, String> login;
    private CachedSchemaRegistryClient client;

    @BeforeEach
    void startRegistry() {
        EmbeddedRegistry.Settings open = EmbeddedRegistry.Settings.ephemeral();
        registry = EmbeddedRegistry.start(
                secured ? open.withUsers(RegistryUsers.of(Map.of("reader", "s3cret:with colon"))) : open);
        login = secured
                ? Map.of(
                        "basic.auth.credentials.source",
                        "USER_INFO",
                        "basic.auth.user.info",
                        "reader:s3cret:with colon")
                : Map.of();
        client = client(login);
    }

    @AfterEach
    void stopRegistry() throws Exception {
        client.close();
        registry.close();
    }

    @Test
    void shouldRegister() throws Exception {
        int id = client.register(SUBJECT, FIRST);

        assertThat(client.register(SUBJECT, FIRST)).isEqualTo(id);
        assertThat(client.register("other-value", FIRST)).isEqualTo(id);
        assertThat(client.register(SUBJECT, GROWN)).isNotEqualTo(id);
        assertThat(client.getAllSubjects()).containsExactlyInAnyOrder(SUBJECT, "other-value");
        assertThat(client.getAllSubjectsByPrefix("acts")).containsExactly(SUBJECT);
    }

    @Test
    void shouldLookUp() throws Exception {
        int id = client.register(SUBJECT, FIRST);
        int grown = client.register(SUBJECT, GROWN);
        CachedSchemaRegistryClient reader = client(login);

        assertThat(reader.getSchemaById(id)).isEqualTo(FIRST);
        assertThat(reader.getSchemaBySubjectAndId(SUBJECT, grown)).isEqualTo(GROWN);
        assertThat(reader.getId(SUBJECT, GROWN)).isEqualTo(grown);
        assertThat(reader.getVersion(SUBJECT, GROWN)).isEqualTo(2);
        assertThat(reader.getAllVersions(SUBJECT)).containsExactly(1, 2);
        assertThat(reader.getAllSubjectsById(id)).containsExactly(SUBJECT);
        assertThat(reader.getAllVersionsById(grown))
                .singleElement()
                .satisfies(use -> assertThat(use.getVersion()).isEqualTo(2));
        SchemaMetadata latest = reader.getLatestSchemaMetadata(SUBJECT);
        assertThat(latest.getId()).isEqualTo(grown);
        assertThat(latest.getVersion()).isEqualTo(2);
        assertThat(new AvroSchema(latest.getSchema())).isEqualTo(GROWN);
        assertThat(new AvroSchema(reader.getSchemaMetadata(SUBJECT, 1).getSchema()))
                .isEqualTo(FIRST);
        reader.close();
    }

    @Test
    void shouldTellWhatIsNotThere() throws Exception {
        client.register(SUBJECT, FIRST);

        refused(404, 40401, () -> client.getLatestSchemaMetadata("nowhere"));
        refused(404, 40402, () -> client.getSchemaMetadata(SUBJECT, 9));
        refused(404, 40403, () -> client.getSchemaById(99));
        refused(404, 40403, () -> client.getId(SUBJECT, GROWN));
    }

    @Test
    void shouldCheckCompatibility() throws Exception {
        client.register(SUBJECT, FIRST);

        assertThat(client.testCompatibility(SUBJECT, GROWN)).isTrue();
        assertThat(client.testCompatibilityVerbose(SUBJECT, GROWN)).isEmpty();
        assertThat(client.testCompatibility(SUBJECT, ALIEN)).isFalse();
        assertThat(client.testCompatibilityVerbose(SUBJECT, ALIEN))
                .singleElement()
                .asString()
                .contains("TYPE_MISMATCH");
        assertThatThrownBy(() -> client.register(SUBJECT, ALIEN))
                .asInstanceOf(type(RestClientException.class))
                .extracting(RestClientException::getStatus)
                .isEqualTo(409);
    }

    @Test
    void shouldKeepTheLevelOfASubject() throws Exception {
        client.register(SUBJECT, FIRST);

        assertThat(client.getCompatibility(null)).isEqualTo("BACKWARD");
        assertThat(client.updateCompatibility(SUBJECT, "NONE")).isEqualTo("NONE");
        assertThat(client.getCompatibility(SUBJECT)).isEqualTo("NONE");
        assertThat(client.register(SUBJECT, ALIEN)).isEqualTo(2);
        client.deleteCompatibility(SUBJECT);
        refused(404, 40408, () -> client.getCompatibility(SUBJECT));
        assertThat(client.getMode()).isEqualTo("READWRITE");
    }

    @Test
    void shouldDelete() throws Exception {
        int id = client.register(SUBJECT, FIRST);
        client.register(SUBJECT, GROWN);

        assertThat(client.deleteSchemaVersion(SUBJECT, "1")).isEqualTo(1);
        assertThat(client.getAllVersions(SUBJECT)).containsExactly(2);
        assertThat(client.deleteSubject(SUBJECT)).containsExactly(2);
        assertThat(client.getAllSubjects()).isEmpty();
        refused(404, 40404, () -> client.deleteSubject(SUBJECT));

        CachedSchemaRegistryClient reader = client(login);
        assertThat(reader.getSchemaById(id))
                .as("records written with it stay readable")
                .isEqualTo(FIRST);
        reader.close();
    }

    @Test
    void shouldDeleteForGood() throws Exception {
        int id = client.register(SUBJECT, FIRST);
        client.register(SUBJECT, GROWN);

        refused(404, 40407, () -> client.deleteSchemaVersion(SUBJECT, "1", true));
        refused(404, 40405, () -> client.deleteSubject(SUBJECT, true));
        client.deleteSchemaVersion(SUBJECT, "1");
        refused(404, 40406, () -> client.deleteSchemaVersion(SUBJECT, "1"));
        assertThat(client.deleteSchemaVersion(SUBJECT, "1", true)).isEqualTo(1);
        client.deleteSubject(SUBJECT);
        assertThat(client.getAllSubjects(true)).containsExactly(SUBJECT);
        assertThat(client.deleteSubject(SUBJECT, true)).containsExactly(2);
        assertThat(client.getAllSubjects(true)).isEmpty();

        CachedSchemaRegistryClient reader = client(login);
        refused(404, 40403, () -> reader.getSchemaById(id));
        reader.close();
    }

    @Test
    void shouldMeetOurOwnClient() throws Exception {
        SchemaRegistryClient ours =
                SchemaRegistryClient.from(merged(login, Map.of("schema.registry.url", registry.url())));
        int id = client.register(SUBJECT, FIRST);

        assertThat(ours.latest(SUBJECT).id()).isEqualTo(id);
        assertThat(ours.schema(id).toString()).isEqualTo(FIRST.canonicalString());
    }

    @Test
    void shouldLetNobodyInWithoutTheRightPassword() throws Exception {
        for (Map<String, String> wrong : List.of(
                Map.<String, String>of(),
                Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "reader:wrong"),
                Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "stranger:s3cret"))) {
            CachedSchemaRegistryClient stranger = client(wrong);
            if (secured) {
                refused(401, 401, stranger::getAllSubjects);
            } else {
                assertThat(stranger.getAllSubjects()).isEmpty();
            }
            stranger.close();
        }
    }

    private CachedSchemaRegistryClient client(Map<String, String> settings) {
        return new CachedSchemaRegistryClient(registry.url(), 100, settings);
    }

    private static void refused(int status, int errorCode, ThrowingCallable question) {
        assertThatThrownBy(question)
                .asInstanceOf(type(RestClientException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.getStatus()).isEqualTo(status);
                    assertThat(refusal.getErrorCode()).isEqualTo(errorCode);
                });
    }

    private static Map<String, String> merged(Map<String, String> one, Map<String, String> other) {
        Map<String, String> merged = new HashMap<>(one);
        merged.putAll(other);
        return merged;
    }

    private static AvroSchema record(String fields) {
        return new AvroSchema("{\"type\":\"record\",\"name\":\"Act\",\"fields\":[" + fields + "]}");
    }
}
