package io.demarche.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.EscalationAlert;
import io.demarche.avro.RawArticle;
import io.demarche.streams.counters.PipelineCounters.Count;
import io.demarche.tension.LadderAssessor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
    private static final int KEPT = TopologyDriver.LADDER.rules().evidence().keepDays();
    /** Longer than the longest span. */
    private static final int LONG_KEPT = 4_500;

    private static final LadderAssessor LONG_KEEPING = TopologyDriver.LADDER.keeping(LONG_KEPT);

    @Property(tries = 25)
    void shouldEndAlikeOverUpToTwelveYears(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size, @ForAll @IntRange(max = 4_400) int span) {
        List<RawArticle> articles = YearsOfNews.articles(new Random(seed), size, span);

        try (TopologyDriver topology = new TopologyDriver(
                new LineCoder(), LONG_KEEPING, Map.of("demarche.keep.days", Integer.toString(LONG_KEPT)))) {
            feed(topology, YearsOfNews.disturbed(articles, new Random(seed)), new Random(seed));

            assertThat(topology.counters.get(Count.LATE)).isZero();
            assertThat(Outcome.of(topology.alerts(), topology.events(), topology.tension()))
                    .isEqualTo(Outcome.of(YearsOfNews.assessed(articles, LONG_KEEPING)));
        }
    }

    @Property(tries = 15)
    void shouldEndAlikeWithinWhatIsKeptAndCountWhatIsNot(
            @ForAll long seed,
            @ForAll @IntRange(min = 5, max = 40) int size,
            @ForAll @IntRange(min = 3_660, max = 4_400) int span) {
        List<RawArticle> articles = YearsOfNews.articles(new Random(seed), size, span);
        LocalDate settled = YearsOfNews.asOf(articles).minusDays(KEPT).plusDays(60);

        List<RawArticle> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, new Random(seed));
        try (TopologyDriver topology = new TopologyDriver()) {
            feed(topology, shuffled, new Random(seed));

            long old = YearsOfNews.mentions(articles).stream()
                    .filter(mention -> mention.getEventDate()
                            .isBefore(YearsOfNews.asOf(articles).minusDays(KEPT)))
                    .count();
            assertThat(topology.counters.get(Count.LATE) + topology.counters.get(Count.EVICTED))
                    .isEqualTo(old);
            assertThat(since(settled, TopologyDriver.standing(topology.alerts()).values()))
                    .isEqualTo(since(
                            settled,
                            YearsOfNews.assessed(articles, TopologyDriver.LADDER).stream()
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

    private static void feed(TopologyDriver topology, List<RawArticle> articles, Random random) {
        LocalDate newest = LocalDate.MIN;
        for (RawArticle article : articles) {
            LocalDate day = YearsOfNews.published(article);
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
}
