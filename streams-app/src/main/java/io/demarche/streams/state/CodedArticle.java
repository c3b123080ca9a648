package io.demarche.streams.state;

import io.demarche.avro.EventMention;
import java.util.List;

/**
 * What an article was last coded to.
 *
 * @param version the version coded
 * @param mentions the mentions that it announced and that stand
 */
public record CodedArticle(ArticleVersion version, List<EventMention> mentions) {
    public CodedArticle {
        mentions = List.copyOf(mentions);
    }
}
