package io.demarche.streams;

import static io.demarche.streams.Articles.article;

import io.demarche.avro.EventMention;
import io.demarche.avro.RawArticle;
import io.demarche.schemas.Dyad;
import io.demarche.tension.Assessment;
import io.demarche.tension.LadderAssessor;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Articles over a span of years, in orders of chance, and what they must end with. */
final class YearsOfNews {
    static final LocalDate FIRST = LocalDate.parse("2012-01-01");

    private static final List<String> ACTS = List.of(
            "DIPLOMATS_EXPELLED",
            "AMBASSADOR_RECALLED",
            "AMBASSADOR_SUMMONED",
            "SANCTIONS_IMPOSED",
            "RELATIONS_SEVERED",
            "ACCUSED",
            "VISITED");
    private static final List<String> PAIRS = List.of("AZE FRA", "FRA AZE", "EU RUS", "RUS EU", "USA CHN");

    private YearsOfNews() {}

    /** Reports of acts, some of them days after, one in three about an act that another told of. */
    static List<RawArticle> articles(Random random, int size, int span) {
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

    /** These articles and some of them once more, in an order of chance. */
    static List<RawArticle> disturbed(List<RawArticle> articles, Random random) {
        List<RawArticle> some = new ArrayList<>(articles);
        articles.stream().filter(any -> random.nextInt(5) == 0).forEach(some::add);
        Collections.shuffle(some, random);
        return some;
    }

    /** What their mentions come to without a topology. */
    static List<Assessment> assessed(List<RawArticle> articles, LadderAssessor assessor) {
        Map<Dyad, List<EventMention>> pairs = new HashMap<>();
        for (EventMention mention : mentions(articles)) {
            Dyad.between(mention.getSource().getCountry(), mention.getTarget().getCountry())
                    .ifPresent(dyad -> pairs.computeIfAbsent(dyad, any -> new ArrayList<>())
                            .add(mention));
        }
        List<Assessment> assessed = new ArrayList<>();
        pairs.forEach((dyad, own) -> assessed.add(assessor.assess(dyad, own, asOf(articles))));
        return assessed;
    }

    static List<EventMention> mentions(List<RawArticle> articles) {
        return articles.stream()
                .flatMap(article -> new LineCoder().code(Articles.coded(article)).stream())
                .toList();
    }

    static LocalDate asOf(List<RawArticle> articles) {
        return articles.stream()
                .map(YearsOfNews::published)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    static LocalDate published(RawArticle article) {
        return LocalDate.ofInstant(article.getPublishedAt(), ZoneOffset.UTC);
    }
}
