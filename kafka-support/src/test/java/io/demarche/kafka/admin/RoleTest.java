package io.demarche.kafka.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.schemas.TopicNames;
import io.demarche.schemas.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class RoleTest {
    @Test
    void shouldLetTheProducerAloneWriteArticles() {
        assertThat(mayDo(AclOperation.WRITE, Topics.RAW_ARTICLES.name())).containsExactly(Role.PRODUCER);
    }

    @Test
    void shouldLetTheConsumerWriteWhatWasNotDeliveredAlone() {
        assertThat(Role.CONSUMER.rights())
                .filteredOn(right -> right.entry().operation() != AclOperation.READ)
                .singleElement()
                .satisfies(right -> {
                    assertThat(right.entry().operation()).isEqualTo(AclOperation.WRITE);
                    assertThat(right.pattern().name()).isEqualTo(Topics.UNDELIVERED_ALERTS.name());
                });
    }

    @Test
    void shouldLetThePageAloneWriteVerdictsAndNothingElse() {
        assertThat(mayDo(AclOperation.WRITE, Topics.ANALYST_VERDICTS.name())).containsExactly(Role.WEB);
        assertThat(Role.WEB.rights())
                .filteredOn(right -> !List.of(AclOperation.READ, AclOperation.DESCRIBE)
                        .contains(right.entry().operation()))
                .hasSize(1);
    }

    @Test
    void shouldLetTheArchiveReadAlone() {
        assertThat(Role.ARCHIVE.rights())
                .extracting(right -> right.entry().operation())
                .containsOnly(AclOperation.READ);
    }

    @Test
    void shouldLetSomebodyWriteEveryTopicOfTheCatalogue() {
        assertThat(Topics.all())
                .allSatisfy(topic ->
                        assertThat(mayDo(AclOperation.WRITE, topic.name())).isNotEmpty());
    }

    /** Any right on a topic lets its bearer describe it. */
    @Test
    void shouldLetTheStreamsApplicationSeeEachTopicThatItAsksForAtItsStart() {
        assertThat(TopicAdmin.flowing(TopicNames.LIVE))
                .allSatisfy(topic -> assertThat(Role.STREAMS.rights())
                        .anyMatch(right -> right.pattern().name().equals(topic.name())));
    }

    @Test
    void shouldGrantNothingOnAllTopicsOrOnTheCluster() {
        assertThat(Stream.of(Role.values()).flatMap(role -> role.rights().stream()))
                .allSatisfy(right -> {
                    assertThat(right.pattern().name()).isNotEqualTo("*");
                    assertThat(right.pattern().resourceType()).isNotEqualTo(ResourceType.CLUSTER);
                    assertThat(right.entry().operation()).isNotEqualTo(AclOperation.ALL);
                });
    }

    private static List<Role> mayDo(AclOperation operation, String topic) {
        return Arrays.stream(Role.values())
                .filter(role -> role.rights().stream().anyMatch(right -> names(right, operation, topic)))
                .toList();
    }

    private static boolean names(AclBinding right, AclOperation operation, String topic) {
        return right.entry().operation() == operation && right.pattern().name().equals(topic);
    }
}
