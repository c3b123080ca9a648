package io.demarche.streams;

import io.demarche.avro.Actor;
import io.demarche.avro.DateBasis;
import io.demarche.avro.DatePrecision;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.avro.Modality;
import io.demarche.coder.Article;
import io.demarche.coder.EventCoder;
import io.demarche.schemas.ContentId;
import io.demarche.schemas.TrustedRecords;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A coder for tests: each line {@code DIPLOMATS_EXPELLED AZE FRA 2023-12-26} is a mention, any other line is none, and
 * {@code FAIL} is an article that the coder chokes on.
 */
final class LineCoder implements EventCoder {
    private static final Set<String> ACTS =
            Arrays.stream(EventType.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    static {
        TrustedRecords.declare();
    }

    @Override
    public List<EventMention> code(Article article) {
        List<EventMention> mentions = new ArrayList<>();
        int offset = 0;
        for (String line : article.body().split("\n", -1)) {
            if (line.equals("FAIL")) {
                throw new IllegalStateException("choked on line\nafter " + offset);
            }
            if (line.equals("DEEP")) {
                return code(article);
            }
            String[] parts = line.split(" ", 5);
            if (parts.length >= 4 && ACTS.contains(parts[0])) {
                mentions.add(mention(article, line, offset, parts));
            }
            offset += line.length() + 1;
        }
        return mentions;
    }

    private static EventMention mention(Article article, String line, int offset, String[] parts) {
        EventType type = EventType.valueOf(parts[0]);
        LocalDate day = LocalDate.parse(parts[3]);
        return EventMention.newBuilder()
                .setMentionId(ContentId.of(
                        article.articleId(), parts[0], parts[1], parts[2], parts[3], Integer.toString(offset)))
                .setArticleId(article.articleId())
                .setContentHash(article.contentHash())
                .setBodyFingerprint(ContentId.of(article.publisher()).hashCode() * 0x9E3779B97F4A7C15L)
                .setPublisher(article.publisher())
                .setUrl(article.url().isEmpty() ? null : article.url())
                .setPublishedAt(
                        article.publishedAt().isAfter(article.fetchedAt())
                                ? article.fetchedAt()
                                : article.publishedAt().truncatedTo(ChronoUnit.MILLIS))
                .setPublishedAtOffset(article.publishedAtOffset())
                .setFetchedAt(article.fetchedAt())
                .setEventType(type)
                .setCameoCode(type == EventType.AMBASSADOR_SUMMONED ? "114" : "161")
                .setSource(new Actor(parts[1], "the government of " + parts[1], "GOV"))
                .setTarget(new Actor(parts[2], "the government of " + parts[2], "GOV"))
                .setEventDate(day)
                .setDateBasis(DateBasis.STATED)
                .setDatePrecision(DatePrecision.DAY)
                .setModality(Modality.FACT)
                .setConfidence(0.95)
                .setQuote(line)
                .setQuoteStart(offset)
                .setQuoteEnd(offset + line.length())
                .setRuleId("line")
                .setCoderVersion("test")
                .build();
    }
}
