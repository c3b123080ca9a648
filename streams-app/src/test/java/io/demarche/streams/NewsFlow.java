package io.demarche.streams;

import static io.demarche.streams.Articles.article;

import io.demarche.avro.EscalationAlert;
import io.demarche.avro.RawArticle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A flow of articles about several pairs of states, and the alerts that it must end with. */
final class NewsFlow {
    static final String AS_OF = "2024-03-31";

    private static final List<String> STATES =
            List.of("AZE", "FRA", "USA", "RUS", "GBR", "CHN", "IND", "PAK", "DZA", "MAR");

    private NewsFlow() {}

    /** So many articles: expulsions and answers to them over three months, some of them reported twice. */
    static List<RawArticle> articles(int count) {
        List<RawArticle> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String from = STATES.get(i % STATES.size());
            String to = STATES.get((i + 1 + i / STATES.size() % 4) % STATES.size());
            LocalDate day = LocalDate.parse("2024-01-01").plusDays(i % 90);
            articles.add(article(
                    "article-" + i,
                    day.toString(),
                    "DIPLOMATS_EXPELLED " + from + " " + to + " " + day,
                    "DIPLOMATS_EXPELLED " + to + " " + from + " " + day,
                    "Filler. ".repeat(20)));
        }
        return articles;
    }

    /** The alerts that stand at the end, as the same articles give it without a broker, in order. */
    static Map<String, EscalationAlert> expectedAlerts(List<RawArticle> articles) {
        try (TopologyDriver topology = new TopologyDriver()) {
            topology.tick(AS_OF);
            articles.forEach(topology::read);
            return TopologyDriver.standing(topology.alerts());
        }
    }
}
