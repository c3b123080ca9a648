package io.demarche.consumer;

import static io.demarche.consumer.sink.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.EscalationAlert;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.TopicPartition;

/** Streams of revisions of four alerts, each revision of any status, some marked as tests, read by sinks that come late and restart. */
class ToldAlertsPropertyTest {
    private static final TopicPartition PARTITION = new TopicPartition("escalation-alerts", 0);
    private static final AlertStatus[] STATUSES = {
        AlertStatus.FIRING, AlertStatus.UPDATED, AlertStatus.RESOLVED, AlertStatus.RETRACTED
    };

    @Property
    void shouldNeverTellOfAnEndWithoutABeginningHoweverLateASinkJoinsAndOftenItRestarts(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 31) Integer> stream,
            @ForAll @IntRange(min = 0, max = 40) int joined,
            @ForAll @IntRange(min = 1, max = 7) int restartEvery) {
        List<EscalationAlert> topic = topic(stream);
        Predicate<EscalationAlert> wanted = alert -> !alert.getTest();

        Set<String> fires = new HashSet<>();
        for (EscalationAlert alert : heard(topic, joined, restartEvery, wanted)) {
            if (isOver(alert)) {
                assertThat(fires).contains(alert.getAlertId());
            } else {
                fires.add(alert.getAlertId());
            }
        }
    }

    @Property
    void shouldTellOfEveryEndWhoseBeginningWasToldThoughByAnEarlierProcess(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 31) Integer> stream,
            @ForAll @IntRange(min = 1, max = 7) int restartEvery) {
        List<EscalationAlert> topic = topic(stream);

        List<EscalationAlert> expected = new ArrayList<>();
        Set<String> fires = new HashSet<>();
        for (EscalationAlert alert : topic) {
            if (!isOver(alert)) {
                fires.add(alert.getAlertId());
            }
            if (fires.contains(alert.getAlertId())) {
                expected.add(alert);
            }
        }
        assertThat(heard(topic, 0, restartEvery, alert -> true)).isEqualTo(expected);
    }

    /** What a sink hears that joins at an offset and whose process is ended again and again. */
    private static List<EscalationAlert> heard(
            List<EscalationAlert> topic, int joined, int restartEvery, Predicate<EscalationAlert> wanted) {
        List<EscalationAlert> heard = new ArrayList<>();
        ToldAlerts told = process(topic, wanted);
        for (int offset = joined; offset < topic.size(); offset++) {
            if (offset % restartEvery == 0) {
                told = process(topic, wanted);
            }
            EscalationAlert alert = topic.get(offset);
            if (wanted.test(alert) && told.mayTell(PARTITION, joined, offset, alert)) {
                heard.add(alert);
            }
        }
        return heard;
    }

    private static ToldAlerts process(List<EscalationAlert> topic, Predicate<EscalationAlert> wanted) {
        return new ToldAlerts(
                wanted,
                (partition, from, to, each) ->
                        topic.subList((int) from, (int) to).forEach(each));
    }

    private static List<EscalationAlert> topic(List<Integer> stream) {
        List<EscalationAlert> topic = new ArrayList<>();
        for (int i = 0; i < stream.size(); i++) {
            int kind = stream.get(i);
            EscalationAlert alert = alert("a" + kind % 4, i + 1, STATUSES[kind / 4 % 4]);
            alert.setTest(kind >= 24);
            topic.add(alert);
        }
        return topic;
    }

    private static boolean isOver(EscalationAlert alert) {
        return alert.getStatus() == AlertStatus.RESOLVED || alert.getStatus() == AlertStatus.RETRACTED;
    }
}
