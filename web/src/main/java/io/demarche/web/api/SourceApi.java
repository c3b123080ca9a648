package io.demarche.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.archive.store.ArticlePlace;
import io.demarche.avro.RawArticle;
import io.demarche.schemas.Topics;
import io.demarche.web.articles.ArticleTexts;
import io.demarche.web.articles.UnreadArticleException;
import io.demarche.web.query.ArchiveReader;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;

/** An article: what it tells, and its text where that is at hand. */
public final class SourceApi {
    /** Where it is. */
    public static final String ARTICLE = ReadApi.ROOT + "/articles/{articleId}";

    private final ArchiveReader archive;
    private final ArticleTexts texts;

    public SourceApi(ArchiveReader archive, ArticleTexts texts) {
        this.archive = archive;
        this.texts = texts;
    }

    /** Adds its route. */
    public void addTo(RoutesConfig routes) {
        routes.get(ARTICLE, this::article);
    }

    private void article(Context request) {
        Parameters.of(request);
        String id = request.pathParam("articleId");
        ArrayNode mentions = archive.mentionsOf(id);
        Optional<ArticlePlace> place = archive.placeOf(id);
        if (mentions.isEmpty() && place.isEmpty()) {
            throw new NotFoundResponse("no such article");
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("articleId", id);
        if (!mentions.isEmpty()) {
            JsonNode first = mentions.get(0);
            for (String field : new String[] {"publisher", "url", "publishedAt"}) {
                answer.set(field, first.get(field));
            }
        }
        if (place.isPresent()) {
            addText(answer, place.get());
        } else {
            answer.put("missing", "the archive knows of no record in " + Topics.RAW_ARTICLES.name() + " that holds it");
        }
        answer.set("mentions", mentions);
        Answers.json(request, answer);
    }

    private void addText(ObjectNode answer, ArticlePlace place) {
        try {
            texts.read(place)
                    .ifPresentOrElse(
                            article -> add(answer, article),
                            () -> answer.put(
                                    "missing", "the topic " + Topics.RAW_ARTICLES.name() + " keeps it no more"));
        } catch (UnreadArticleException e) {
            answer.put("missing", String.valueOf(e.getMessage()));
        }
    }

    private static void add(ObjectNode answer, RawArticle article) {
        answer.put("publisher", article.getPublisher());
        answer.put("url", article.getUrl());
        answer.put("publishedAt", article.getPublishedAt().toString());
        answer.put("title", article.getTitle());
        answer.put("body", article.getBody());
        answer.put("language", article.getLanguage());
        answer.put("truncated", article.getTruncated());
    }
}
