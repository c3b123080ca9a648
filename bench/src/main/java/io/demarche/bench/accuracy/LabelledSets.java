package io.demarche.bench.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import io.demarche.bench.corpus.Corpus;
import io.demarche.bench.corpus.CorpusArticle;
import io.demarche.bench.corpus.LabelTypes;
import io.demarche.bench.corpus.LabelledAct;
import io.demarche.bench.corpus.OthersTexts;
import io.demarche.bench.corpus.WireArticle;
import io.demarche.schemas.DemarcheException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sets of labelled articles: those of the corpus, and those of others where they lie beside the project. */
final class LabelledSets {
    private final LabelTypes types;
    private final Corpus corpus;
    private final OthersTexts others;

    LabelledSets(LabelTypes types, Corpus corpus, OthersTexts others) {
        this.types = types;
        this.corpus = corpus;
        this.others = others;
    }

    List<LabelledArticle> train() {
        return corpus.train().stream().map(this::own).toList();
    }

    List<LabelledArticle> check() {
        return corpus.check().stream().map(this::own).toList();
    }

    /**
     * The real articles whose labels are in the corpus; none where their texts are not there.
     *
     * @throws DemarcheException where a text is not the one that was labelled
     */
    List<LabelledArticle> newswire() {
        Map<String, WireArticle> labels = new HashMap<>();
        corpus.newswire().forEach(article -> labels.put(article.id(), article));
        Map<String, LabelledArticle> found = new LinkedHashMap<>();
        for (Path file : others.newswire()) {
            OthersTexts.each(file, node -> {
                WireArticle label = labels.get(node.path("id").asText());
                if (label != null) {
                    found.put(label.id(), wire(label, node));
                }
            });
        }
        return List.copyOf(found.values());
    }

    /** The labelled sets of others by name, each a list of articles. */
    Map<String, List<LabelledArticle>> shared() {
        Map<String, List<LabelledArticle>> sets = new LinkedHashMap<>();
        for (Path file : others.articles()) {
            List<LabelledArticle> articles = new ArrayList<>();
            OthersTexts.each(file, node -> articles.add(shared(node)));
            sets.put(file.getFileName().toString().replace(".jsonl", ""), List.copyOf(articles));
        }
        return sets;
    }

    private LabelledArticle own(CorpusArticle article) {
        return new LabelledArticle(
                article.voice(),
                LabelledArticle.article(article.id(), article.published(), article.title(), article.text()),
                acts(article.acts(), true));
    }

    private LabelledArticle wire(WireArticle label, JsonNode node) {
        String text = node.path("text").asText();
        if (!sha256(text).equals(label.sha256())) {
            throw new DemarcheException(
                    "labels-newswire.jsonl: the text of " + label.id() + " is not the labelled one");
        }
        Integer read = label.read();
        return new LabelledArticle(
                "",
                LabelledArticle.article(
                        label.id(),
                        label.published(),
                        node.path("title").asText(""),
                        read == null ? text : text.substring(0, read)),
                acts(label.acts(), !label.publishedRough()));
    }

    private LabelledArticle shared(JsonNode node) {
        List<Act> acts = new ArrayList<>();
        for (JsonNode event : node.path("events")) {
            String type = event.path("type").asText();
            acts.add(new Act(
                    event.path("source").asText(),
                    event.path("target").asText(),
                    types.kind(type),
                    types.root(type),
                    event.path("date").asText(null),
                    event.path("count").isInt() ? event.path("count").asInt() : null,
                    event.path("modality").asText("FACT"),
                    event.path("doubtful").asBoolean(),
                    1,
                    List.of(),
                    event.path("quote").asText("")));
        }
        return new LabelledArticle(
                "",
                LabelledArticle.article(
                        node.path("id").asText(),
                        node.path("published").asText(),
                        node.path("title").asText(""),
                        node.path("text").asText()),
                acts);
    }

    private List<Act> acts(List<LabelledAct> labels, boolean dated) {
        return labels.stream().map(label -> Act.of(label, dated, types)).toList();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
