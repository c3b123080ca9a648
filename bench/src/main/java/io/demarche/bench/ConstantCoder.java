package io.demarche.bench;

import io.demarche.avro.EventMention;
import io.demarche.coder.Article;
import io.demarche.coder.EventCoder;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Takes no time: finds a mention in one article of so many, of the last month and of one of many pairs. */
final class ConstantCoder implements EventCoder {
    private static final LocalDate TODAY = LocalDate.parse("2024-06-01");
    private static final int DAYS = 30;

    private final List<String> states = SampleMentions.states(200);
    private final int every;

    ConstantCoder(int every) {
        this.every = every;
    }

    @Override
    public List<EventMention> code(Article article) {
        int number = Integer.parseInt(article.articleId());
        if (number % every != 0) {
            return List.of();
        }
        Random random = new Random(number);
        String state = states.get(random.nextInt(states.size()));
        return List.of(
                SampleMentions.mention(article.articleId(), state, TODAY.minusDays(random.nextInt(DAYS)), random));
    }
}
