package io.demarche.kafka.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.avro.DayTick;
import io.demarche.kafka.registry.SchemaRegistryClient;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubjectAdminTest {
    @Test
    void shouldRegisterWhatEveryTopicHoldsAndLeaveItWhenAskedAgain() {
        Map<String, String> settings = Map.of("schema.registry.url", "mock://subject-admin-all");
        SubjectAdmin.connect(settings).registerAll();

        assertThat(SubjectAdmin.connect(settings).registerAll())
                .containsExactlyElementsOf(Topics.all().stream()
                        .filter(topic -> topic.valueType().isPresent())
                        .map(Topics.Topic::valueSubject)
                        .toList());
        assertThat(SchemaRegistryClient.from(settings)
                        .latest(Topics.RAW_ARTICLES.valueSubject())
                        .version())
                .isEqualTo(1);
    }

    @Test
    void shouldLetServicesWriteThatMayRegisterNothing() {
        SubjectAdmin.connect(Map.of("schema.registry.url", "mock://subject-admin-locked"))
                .registerAll();
        Map<String, Object> locked =
                Map.of("schema.registry.url", "mock://subject-admin-locked", "auto.register.schemas", false);

        byte[] written = ValueSerdes.of(DayTick.class, locked)
                .serializer()
                .serialize(Topics.DAY_TICKS.name(), new DayTick(LocalDate.EPOCH));

        assertThat(written).isNotEmpty();
    }

    @Test
    void shouldNameTheRegistryThatDoesNotAnswer() {
        SubjectAdmin subjects = SubjectAdmin.connect(
                Map.of("schema.registry.url", "http://127.0.0.1:1", "schema.registry.retry.total.ms", "200"));

        assertThatThrownBy(subjects::registerAll)
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("schema.registry.url=http://127.0.0.1:1");
    }
}
