package io.demarche.streams;

import static io.demarche.streams.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.avro.TensionLevel;
import io.demarche.coder.Article;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the pipeline believes what it reads. */
class BeliefTest {
    private static final String EXPULSION = "DIPLOMATS_EXPELLED AZE FRA 2023-12-26";

    private final TopologyDriver topology = new TopologyDriver();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void shouldNeverConfrontOnOneUnconfirmedMention() {
        take("one", 1);

        assertThat(topology.events()).hasSize(1);
        assertThat(topology.alerts()).isEmpty();
    }

    @Test
    void shouldConfrontOnTwoIndependentPublishers() {
        take("one", 0x1111_2222_3333_4444L);
        take("two", 0x5555_AAAA_0F0F_3C3CL);

        assertThat(topology.alerts()).extracting(EscalationAlert::getLevel).containsExactly(TensionLevel.CONFRONTATION);
    }

    @Test
    void shouldNotTakeTwentyCopiesOfOneTextForTwenty() {
        for (int copy = 0; copy < 20; copy++) {
            take("outlet-" + copy, 0x1111_2222_3333_4444L ^ 1L << copy % 3);
        }

        assertThat(topology.alerts()).isEmpty();
        assertThat(topology.events()).last().satisfies(event -> {
            assertThat(event.getMentions()).isEqualTo(20);
            assertThat(event.getConfidence()).isEqualTo(0.64);
        });
    }

    @Test
    void shouldResolveOnlyWhatFired() {
        topology.tick("2024-03-01");
        topology.read(article("a1", "2023-12-26", EXPULSION), article("a2", "2023-12-27", EXPULSION));

        Set<String> fired = new HashSet<>();
        assertThat(topology.alerts()).isNotEmpty().allSatisfy(alert -> {
            if (alert.getStatus() == AlertStatus.FIRING) {
                fired.add(alert.getAlertId());
            }
            assertThat(fired).contains(alert.getAlertId());
        });
    }

    /** The one mention of an article, unsure and with a fingerprint of the text. */
    private void take(String id, long fingerprint) {
        EventMention mention = new LineCoder()
                .code(new Article(
                        id,
                        "hash",
                        "The " + id + " Gazette",
                        "",
                        "",
                        EXPULSION,
                        article(id, "2023-12-26", EXPULSION).getPublishedAt(),
                        article(id, "2023-12-26", EXPULSION).getFetchedAt()))
                .get(0);
        topology.mention(
                "AZE-FRA",
                EventMention.newBuilder(mention)
                        .setConfidence(0.64)
                        .setBodyFingerprint(fingerprint)
                        .build());
    }
}
