package io.demarche.streams;

import static io.demarche.streams.Articles.article;
import static io.demarche.streams.Articles.corrected;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.avro.RawArticle;
import io.demarche.avro.Verdict;
import io.demarche.tension.BatchAssessment;
import io.demarche.tension.Judged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.specific.SpecificRecord;

/** The standing alerts are a function of the set of articles and verdicts, whatever order they came in. */
class VerdictOrderTest {
    private static final String AS_OF = "2024-02-12";
    private static final RawArticle MISTAKEN = article("m", "2023-12-27", "RELATIONS_SEVERED AZE FRA 2023-12-27");
    private static final List<RawArticle> ARTICLES = List.of(
            article(
                    "a",
                    "2023-12-26",
                    "DIPLOMATS_EXPELLED AZE FRA 2023-12-26",
                    "AMBASSADOR_SUMMONED AZE FRA 2023-12-26"),
            article("b", "2023-12-27", "DIPLOMATS_EXPELLED FRA AZE 2023-12-27"),
            article("c", "2023-12-28", "DIPLOMATS_EXPELLED AZE FRA 2023-12-26"),
            MISTAKEN,
            corrected(MISTAKEN, 3, "The report was mistaken."),
            article("d", "2024-02-10", "SANCTIONS_IMPOSED USA RUS 2024-02-09", "SANCTIONS_IMPOSED EU RUS 2024-02-09"),
            article("e", "2024-02-12", "SANCTIONS_IMPOSED RUS USA 2024-02-12"));

    private final List<EventMention> mentions = new ArrayList<>();
    private final List<DiplomaticEvent> events = new ArrayList<>();

    @Property
    void shouldEndWithTheSameAlertsInAnyOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<AnalystVerdict> verdicts = verdicts(random);
        List<SpecificRecord> all = new ArrayList<>(ARTICLES);
        all.addAll(verdicts);
        all.addAll(verdicts.subList(0, random.nextInt(verdicts.size() + 1)));
        Collections.shuffle(all, random);

        assertThat(finalAlerts(all, random)).isEqualTo(assessed(verdicts));
    }

    /** At random on events that the articles make: several on one, and corrections to other dyads. */
    private List<AnalystVerdict> verdicts(Random random) {
        if (events.isEmpty()) {
            try (TopologyDriver topology = new TopologyDriver()) {
                ARTICLES.forEach(topology::read);
                mentions.addAll(topology.mentions());
                Map<String, DiplomaticEvent> known = new TreeMap<>();
                topology.events().stream()
                        .filter(event -> event.getMentions() > 0)
                        .forEach(event -> known.put(event.getEventId(), event));
                events.addAll(known.values());
            }
        }
        List<AnalystVerdict> verdicts = new ArrayList<>();
        for (int some = random.nextInt(8); some > 0; some--) {
            Verdict kind = Judged.KINDS.get(random.nextInt(Judged.KINDS.size()));
            DiplomaticEvent event = events.get(random.nextInt(events.size()));
            verdicts.add(Judged.on(event, kind, random.nextInt(100), verdict -> {
                switch (kind) {
                    case WRONG_SIDES -> verdict.setCorrectedSource(random.nextBoolean() ? "ARM" : "GBR");
                    case WRONG_TYPE ->
                        verdict.setCorrectedType(
                                event.getEventType() == EventType.RELATIONS_SEVERED
                                        ? EventType.DIPLOMATS_EXPELLED
                                        : EventType.RELATIONS_SEVERED);
                    case WRONG_DATE ->
                        verdict.setCorrectedDate(event.getEventDate().minusDays(2));
                    default -> {}
                }
            }));
        }
        return verdicts;
    }

    private static Map<String, EscalationAlert> finalAlerts(List<SpecificRecord> records, Random random) {
        try (TopologyDriver topology = new TopologyDriver()) {
            LocalDate day = LocalDate.parse("2023-12-20");
            for (SpecificRecord record : records) {
                if (random.nextInt(3) == 0) {
                    day = day.plusDays(random.nextInt(6));
                    topology.tick(day.toString());
                }
                if (record instanceof RawArticle article) {
                    topology.read(article);
                } else if (record instanceof AnalystVerdict verdict) {
                    topology.judge(verdict);
                }
            }
            topology.tick(AS_OF);
            return unnumbered(TopologyDriver.standing(topology.alerts()).values());
        }
    }

    private Map<String, EscalationAlert> assessed(List<AnalystVerdict> verdicts) {
        return unnumbered(
                new BatchAssessment(TopologyDriver.LADDER, verdicts).alerts(mentions, LocalDate.parse(AS_OF)));
    }

    /** How often something was announced depends on the order. */
    private static Map<String, EscalationAlert> unnumbered(Iterable<EscalationAlert> alerts) {
        Map<String, EscalationAlert> unnumbered = new TreeMap<>();
        for (EscalationAlert alert : alerts) {
            alert.setRevision(0);
            unnumbered.put(alert.getAlertId(), alert);
        }
        return unnumbered;
    }
}
