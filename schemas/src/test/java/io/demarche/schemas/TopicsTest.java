package io.demarche.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.schemas.Topics.Topic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void shouldHoldEveryTopicOfTheFlowOnce() {
        assertThat(Topics.all())
                .extracting(Topic::name)
                .containsExactly(
                        "raw-articles",
                        "event-mentions",
                        "diplomatic-events",
                        "bilateral-tension",
                        "escalation-alerts",
                        "analyst-verdicts",
                        "day-ticks",
                        "day-marks",
                        "pipeline-heartbeats",
                        "source-state",
                        "dead-letters",
                        "undelivered-alerts");
    }

    @Test
    void shouldStampRecordsOnArrival() {
        assertThat(Topics.all())
                .allSatisfy(topic -> assertThat(topic.config())
                        .containsEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
    }

    @Test
    void shouldPartitionTicksAndMarksLikeTheMentionsThatTheyAge() {
        assertThat(Topics.DAY_TICKS.partitions()).isEqualTo(Topics.EVENT_MENTIONS.partitions());
        assertThat(Topics.DAY_MARKS.partitions()).isEqualTo(Topics.EVENT_MENTIONS.partitions());
    }

    @Test
    void shouldKeepTheLatestReadingOfAPairForEver() {
        assertThat(Topics.BILATERAL_TENSION.config())
                .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "compact")
                .doesNotContainKey(TopicConfig.RETENTION_MS_CONFIG);
    }

    @Test
    void shouldPartitionVerdictsLikeTheMentionsThatTheyJudge() {
        assertThat(Topics.ANALYST_VERDICTS.partitions()).isEqualTo(Topics.EVENT_MENTIONS.partitions());
    }

    @Test
    void shouldKeepVerdictsForTenYears() {
        assertThat(Topics.ANALYST_VERDICTS.config())
                .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "delete")
                .containsEntry(TopicConfig.RETENTION_MS_CONFIG, Long.toString(3650L * 24 * 60 * 60 * 1000));
    }

    @Test
    void shouldKeepAlertsForAYear() {
        assertThat(Topics.ESCALATION_ALERTS.config())
                .containsEntry(TopicConfig.RETENTION_MS_CONFIG, Long.toString(365L * 24 * 60 * 60 * 1000));
    }

    @Test
    void shouldSayNothingOfTheValuesOfDeadLetters() {
        assertThat(Topics.DEAD_LETTERS.valueType()).isEmpty();
    }

    @Test
    void shouldNameTheSubjectAsTheTopicNameStrategyDoes() {
        assertThat(Topics.RAW_ARTICLES.valueSubject()).isEqualTo("raw-articles-value");
    }
}
