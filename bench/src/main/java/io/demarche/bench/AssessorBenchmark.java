package io.demarche.bench;

import io.demarche.avro.EventMention;
import io.demarche.coder.DiplomaticCoder;
import io.demarche.schemas.Dyad;
import io.demarche.schemas.TrustedRecords;
import io.demarche.tension.Assessment;
import io.demarche.tension.LadderAssessor;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One dyad from its mentions to its alerts: what the topology does whenever a mention or a day comes in. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
public class AssessorBenchmark {
    private static final int A_YEAR = 365;

    private final LadderAssessor assessor = LadderAssessor.withBundledRules();
    private final Map<Dyad, List<EventMention>> byDyad = mentions();
    private final Dyad busiest = byDyad.entrySet().stream()
            .max(Comparator.comparingInt(entry -> entry.getValue().size()))
            .orElseThrow()
            .getKey();
    private final List<EventMention> few = byDyad.get(busiest);
    private final List<EventMention> many = everyDayOfAYear(few);
    private final LocalDate asOf = lastDay(few);

    private static Map<Dyad, List<EventMention>> mentions() {
        DiplomaticCoder coder = DiplomaticCoder.load();
        Map<Dyad, List<EventMention>> byDyad = new TreeMap<>(Comparator.comparing(Dyad::toString));
        OwnArticles.diplomatic().stream()
                .flatMap(article -> coder.code(article).stream())
                .forEach(mention -> Dyad.between(
                                mention.getSource().getCountry(),
                                mention.getTarget().getCountry())
                        .ifPresent(dyad -> byDyad.computeIfAbsent(dyad, any -> new ArrayList<>())
                                .add(mention)));
        return byDyad;
    }

    /** The same acts once a day for a year: a pair that is in the news every day. */
    private static List<EventMention> everyDayOfAYear(List<EventMention> mentions) {
        TrustedRecords.declare(); // copying a record asks Avro for its classes
        List<EventMention> year = new ArrayList<>();
        for (int back = 0; back < A_YEAR; back++) {
            EventMention mention = mentions.get(back % mentions.size());
            year.add(EventMention.newBuilder(mention)
                    .setMentionId(mention.getMentionId() + "-" + back)
                    .setArticleId(mention.getArticleId() + "-" + back)
                    .setEventDate(mention.getEventDate().minusDays(back))
                    .setPublishedAt(mention.getPublishedAt().minusSeconds(back * 86_400L))
                    .setFetchedAt(mention.getFetchedAt().minusSeconds(back * 86_400L))
                    .build());
        }
        return List.copyOf(year);
    }

    private static LocalDate lastDay(List<EventMention> mentions) {
        return mentions.stream()
                .map(mention -> LocalDate.ofInstant(mention.getPublishedAt(), ZoneOffset.UTC))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The pair that the bundled articles speak of most. */
    @Benchmark
    public Assessment fewMentions() {
        return assessor.assess(busiest, few, asOf);
    }

    /** 365 mentions over a year. */
    @Benchmark
    public Assessment mentionEveryDayOfAYear() {
        return assessor.assess(busiest, many, asOf);
    }
}
