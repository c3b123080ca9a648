package io.demarche.streams;

import static io.demarche.streams.Articles.article;
import static io.demarche.streams.Articles.corrected;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.EscalationAlert;
import io.demarche.avro.RawArticle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The last revision of each alert is a function of the set of articles and the day, whatever order they came in. Where a
 * correction took evidence back, the number of the revision tells how often that was announced, and is left out of account.
 */
class OrderFreedomTest {
    private static final RawArticle MISTAKEN = article("m", "2023-12-27", "RELATIONS_SEVERED AZE FRA 2023-12-27");
    private static final RawArticle THINKS_AGAIN = article("t", "2023-12-28", "AMBASSADOR_RECALLED FRA AZE 2023-12-28");
    private static final List<RawArticle> REPORTS = List.of(
            article(
                    "a",
                    "2023-12-26",
                    "DIPLOMATS_EXPELLED AZE FRA 2023-12-26",
                    "AMBASSADOR_SUMMONED AZE FRA 2023-12-26"),
            article("b", "2023-12-27", "DIPLOMATS_EXPELLED FRA AZE 2023-12-27"),
            article("c", "2023-12-28", "DIPLOMATS_EXPELLED AZE FRA 2023-12-26"),
            article("d", "2024-02-10", "SANCTIONS_IMPOSED USA RUS 2024-02-09", "SANCTIONS_IMPOSED EU RUS 2024-02-09"),
            article("e", "2024-02-12", "SANCTIONS_IMPOSED RUS USA 2024-02-12"));
    private static final List<RawArticle> CORRECTIONS = List.of(
            MISTAKEN,
            corrected(MISTAKEN, 3, "The report was mistaken."),
            THINKS_AGAIN,
            corrected(THINKS_AGAIN, 2, "The report was mistaken."),
            corrected(THINKS_AGAIN, 4, "AMBASSADOR_RECALLED FRA AZE 2023-12-28"));

    private static final String AS_OF = "2024-02-12";

    @Property
    void shouldEndWithTheSameAlertsInAnyOrderAndOnAnyDays(@ForAll long seed) {
        Random random = new Random(seed);

        assertThat(finalAlerts(shuffled(REPORTS, random), random))
                .isEqualTo(finalAlerts(REPORTS, new Random(0)))
                .hasSize(5);
    }

    @Property
    void shouldEndWithTheSameAlertsInAnyOrderOfCorrections(@ForAll long seed) {
        Random random = new Random(seed);
        List<RawArticle> all = new ArrayList<>(REPORTS);
        all.addAll(CORRECTIONS);

        assertThat(unnumbered(finalAlerts(shuffled(all, random), random)))
                .isEqualTo(unnumbered(finalAlerts(all, new Random(0))));
    }

    /** All of them, some of them twice, in an order of chance. */
    private static List<RawArticle> shuffled(List<RawArticle> articles, Random random) {
        List<RawArticle> shuffled = new ArrayList<>(articles);
        for (int repeats = random.nextInt(4); repeats > 0; repeats--) {
            shuffled.add(articles.get(random.nextInt(articles.size())));
        }
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static Map<String, EscalationAlert> finalAlerts(List<RawArticle> articles, Random random) {
        try (TopologyDriver topology = new TopologyDriver()) {
            LocalDate day = LocalDate.parse("2023-12-20");
            for (RawArticle article : articles) {
                if (random.nextBoolean()) {
                    day = day.plusDays(random.nextInt(9));
                    topology.tick(day.toString());
                }
                topology.read(article);
            }
            topology.tick(AS_OF);
            return TopologyDriver.standing(topology.alerts());
        }
    }

    private static Map<String, EscalationAlert> unnumbered(Map<String, EscalationAlert> alerts) {
        alerts.values().forEach(alert -> alert.setRevision(0));
        return alerts;
    }
}
