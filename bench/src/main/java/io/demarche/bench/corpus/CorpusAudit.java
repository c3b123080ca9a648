package io.demarche.bench.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.demarche.schemas.DemarcheException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that must hold for the corpus: each article by {@link CorpusRules}, and what concerns several at once. */
public final class CorpusAudit {
    private static final int LEAST_VOICES = 30;

    private final Corpus corpus;
    private final CorpusRules rules;
    private final LabelTypes types;

    private CorpusAudit(Corpus corpus, CorpusRules rules, LabelTypes types) {
        this.corpus = corpus;
        this.rules = rules;
        this.types = types;
    }

    /** Audits a corpus by the schema that lies in its directory. */
    public static CorpusAudit of(Corpus corpus, Path directory) {
        LabelTypes types = LabelTypes.load();
        Path schema = directory.resolve("schema.json");
        try {
            CorpusRules rules =
                    new CorpusRules(new ObjectMapper().readTree(Corpus.text(schema)), corpus.voices(), types);
            return new CorpusAudit(corpus, rules, types);
        } catch (JsonProcessingException e) {
            throw new DemarcheException(schema + ": no JSON (" + e.getOriginalMessage() + ")", e);
        }
    }

    /** One line for each fault, with the id of the article; none where all is well. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        List<CorpusArticle> articles = corpus.articles();
        articles.forEach(article -> rules.check(article, fault -> faults.add(article.id() + ": " + fault)));
        corpus.newswire().forEach(article -> rules.check(article, fault -> faults.add(article.id() + ": " + fault)));
        second(articles, faults);
        ids(articles, faults);
        sharedRuns(articles, faults);
        if (faults.isEmpty()) {
            // Only dates that parse can be compared.
            sides(faults);
        }
        long voices = articles.stream().map(CorpusArticle::voice).distinct().count();
        if (voices < LEAST_VOICES) {
            faults.add("only " + voices + " voices; there must be " + LEAST_VOICES);
        }
        return faults;
    }

    private void second(List<CorpusArticle> articles, List<String> faults) {
        Map<String, CorpusArticle> byId = new HashMap<>();
        articles.forEach(article -> byId.put(article.id(), article));
        for (SecondLabels labels : corpus.second()) {
            CorpusArticle article = byId.get(labels.id());
            if (article == null) {
                faults.add(labels.id() + ": labelled twice, but not in the corpus");
            } else {
                rules.check(article, labels.acts(), fault -> faults.add(labels.id() + ", second reader: " + fault));
            }
        }
    }

    private void ids(List<CorpusArticle> articles, List<String> faults) {
        Set<String> seen = new HashSet<>();
        articles.stream()
                .map(CorpusArticle::id)
                .filter(id -> !seen.add(id))
                .forEach(id -> faults.add(id + ": stands twice"));
        corpus.newswire().stream()
                .map(WireArticle::id)
                .filter(id -> !seen.add(id))
                .forEach(id -> faults.add(id + ": stands twice"));
    }

    private static void sharedRuns(List<CorpusArticle> articles, List<String> faults) {
        Map<String, String> owners = new HashMap<>();
        for (CorpusArticle article : articles) {
            Set<String> others = new HashSet<>();
            for (String run : WordRuns.of(article.title() + " " + article.text())) {
                String owner = owners.putIfAbsent(run, article.id());
                if (owner != null && !owner.equals(article.id()) && others.add(owner)) {
                    faults.add(article.id() + ": shares with " + owner + " the words \"" + run + "\"");
                }
            }
        }
    }

    private void sides(List<String> faults) {
        Split split = Split.of(corpus.articles(), types);
        sides(split, corpus.train(), false, faults);
        sides(split, corpus.check(), true, faults);
    }

    private static void sides(Split split, List<CorpusArticle> articles, boolean check, List<String> faults) {
        for (CorpusArticle article : articles) {
            if (split.isCheck(article.episode()) != check) {
                faults.add(article.id() + ": belongs into " + (check ? "train.jsonl" : "check.jsonl")
                        + " (its episode, with those that tell the same acts, is "
                        + split.first(article.episode()) + ")");
            }
        }
    }
}
