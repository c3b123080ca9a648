package io.demarche.streams;

import static io.demarche.streams.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.avro.RawArticle;
import io.demarche.schemas.Dyad;
import io.demarche.streams.counters.PipelineCounters.Count;
import io.demarche.tension.Assessment;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Articles of a span of years, in an order of chance and in portions of chance, each day ticked when it is first reached as the
 * producer does it, end with what assessing all of them at once gives, byte for byte.
 */
class AnySpanTest {
    private static final LocalDate FIRST = LocalDate.parse("2012-01-01");
    private static final int KEPT = TopologyDriver.LADDER.rules().evidence().keepDays();
    private static final List<String> ACTS = List.of(
            "DIPLOMATS_EXPELLED",
            "AMBASSADOR_RECALLED",
            "AMBASSADOR_SUMMONED",
            "SANCTIONS_IMPOSED",
            "RELATIONS_SEVERED",
            "ACCUSED",
            "VISITED");
    private static final List<String> PAIRS = List.of("AZE FRA", "FRA AZE", "EU RUS", "RUS EU", "USA CHN");

    @Property(tries = 25)
    void shouldEndAlikeOverUpToTenYears(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size, @ForAll @IntRange(max = 3_600) int span) {
        List<RawArticle> articles = articles(new Random(seed), size, span);

        try (TopologyDriver topology = new TopologyDriver()) {
            feed(topology, withRepeats(articles, new Random(seed)), new Random(seed));

            assertThat(topology.counters.get(Count.LATE)).isZero();
            assertThat(Outcome.of(topology.alerts(), topology.events(), topology.tension()))
                    .isEqualTo(Outcome.of(assessed(articles)));
        }
    }

    @Property(tries = 15)
    void shouldEndAlikeWithinWhatIsKeptAndCountWhatIsNot(
            @ForAll long seed,
            @ForAll @IntRange(min = 5, max = 40) int size,
            @ForAll @IntRange(min = 3_660, max = 4_400) int span) {
        List<RawArticle> articles = articles(new Random(seed), size, span);
        LocalDate settled = asOf(articles).minusDays(KEPT).plusDays(60);

        try (TopologyDriver topology = new TopologyDriver()) {
            feed(topology, articles, new Random(seed));

            long old = mentions(articles).stream()
                    .filter(mention ->
                            mention.getEventDate().isBefore(asOf(articles).minusDays(KEPT)))
                    .count();
            assertThat(topology.counters.get(Count.LATE) + topology.counters.get(Count.EVICTED))
                    .isEqualTo(old);
            assertThat(since(settled, TopologyDriver.standing(topology.alerts()).values()))
                    .isEqualTo(since(
                            settled,
                            assessed(articles).stream()
                                    .flatMap(pair -> pair.alerts().stream())
                                    .toList()));
        }
    }

    private static Set<String> since(LocalDate day, Collection<EscalationAlert> alerts) {
        return alerts.stream()
                .filter(alert -> alert.getEpisodeStart().isAfter(day))
                .map(alert -> alert.getAlertId() + " " + alert.getStatus() + " " + alert.getHeadline())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Reports of acts, some of them days after, one in three about an act that another told of. */
    private static List<RawArticle> articles(Random random, int size, int span) {
        List<RawArticle> articles = new ArrayList<>();
        String act = "";
        LocalDate day = FIRST;
        for (int i = 0; i < size; i++) {
            if (i == 0 || random.nextInt(3) > 0) {
                day = FIRST.plusDays(i == 0 ? span : i == 1 ? 0 : random.nextInt(span + 1));
                act = ACTS.get(random.nextInt(ACTS.size())) + " " + PAIRS.get(random.nextInt(PAIRS.size())) + " " + day;
            }
            LocalDate published = day.plusDays(
                    Math.min(random.nextInt(4), FIRST.plusDays(span).toEpochDay() - day.toEpochDay()));
            String answer = "DIPLOMATS_EXPELLED " + PAIRS.get(random.nextInt(PAIRS.size())) + " " + day;
            articles.add(
                    random.nextBoolean()
                            ? article("a" + i, published.toString(), act)
                            : article("a" + i, published.toString(), act, answer));
        }
        return articles;
    }

    private static List<RawArticle> withRepeats(List<RawArticle> articles, Random random) {
        List<RawArticle> some = new ArrayList<>(articles);
        articles.stream().filter(any -> random.nextInt(5) == 0).forEach(some::add);
        return some;
    }

    private static void feed(TopologyDriver topology, List<RawArticle> articles, Random random) {
        List<RawArticle> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, random);
        LocalDate newest = LocalDate.MIN;
        for (RawArticle article : shuffled) {
            LocalDate day = published(article);
            if (day.isAfter(newest)) {
                newest = day;
                topology.passTick(day.toString());
            }
            topology.pass(article);
            if (random.nextInt(3) == 0) {
                topology.settle();
            }
        }
        topology.settle();
    }

    private static List<Assessment> assessed(List<RawArticle> articles) {
        Map<Dyad, List<EventMention>> pairs = new HashMap<>();
        for (EventMention mention : mentions(articles)) {
            Dyad.between(mention.getSource().getCountry(), mention.getTarget().getCountry())
                    .ifPresent(dyad -> pairs.computeIfAbsent(dyad, any -> new ArrayList<>())
                            .add(mention));
        }
        List<Assessment> assessed = new ArrayList<>();
        pairs.forEach((dyad, own) -> assessed.add(TopologyDriver.LADDER.assess(dyad, own, asOf(articles))));
        return assessed;
    }

    private static List<EventMention> mentions(List<RawArticle> articles) {
        return articles.stream()
                .flatMap(article -> new LineCoder().code(Articles.coded(article)).stream())
                .toList();
    }

    private static LocalDate asOf(List<RawArticle> articles) {
        return articles.stream()
                .map(AnySpanTest::published)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static LocalDate published(RawArticle article) {
        return LocalDate.ofInstant(article.getPublishedAt(), ZoneOffset.UTC);
    }
}
