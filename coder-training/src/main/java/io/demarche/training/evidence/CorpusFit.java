package io.demarche.training.evidence;

import io.demarche.schemas.DemarcheException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** From files of labelled articles to the bytes of a model, or to a page on what models learn from them. */
public final class CorpusFit {
    private CorpusFit() {}

    /**
     * Fits a model.
     *
     * @param corpus files of labelled articles
     * @param labels labels that point into {@code texts}; null for none
     * @param texts texts for the labels
     * @param folds into how many parts the corpus is cut, two at least
     * @param log takes a line on how it goes
     * @throws DemarcheException where a file cannot be read, naming it and the line
     */
    public static byte[] fit(
            List<Path> corpus, @Nullable Path labels, List<Path> texts, int folds, Consumer<String> log) {
        List<LabelledArticle> articles = articles(corpus, labels, texts, log);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new EvidenceFit(articles, folds, log).fit().write(bytes);
        } catch (IOException e) {
            throw new DemarcheException("cannot pack the model: " + e.getMessage());
        }
        return bytes.toByteArray();
    }

    /**
     * A page on how well models do on articles that they have not seen.
     *
     * @throws DemarcheException where a file cannot be read, naming it and the line
     */
    public static String learning(
            List<Path> corpus, @Nullable Path labels, List<Path> texts, int folds, Consumer<String> log) {
        return LearningPage.of(new EvidenceFit(articles(corpus, labels, texts, log), folds, log));
    }

    private static List<LabelledArticle> articles(
            List<Path> corpus, @Nullable Path labels, List<Path> texts, Consumer<String> log) {
        List<LabelledArticle> articles = new ArrayList<>();
        corpus.forEach(file -> articles.addAll(LabelledArticle.read(file)));
        if (labels != null) {
            articles.addAll(LabelledArticle.read(labels, texts));
        }
        log.accept(articles.size() + " labelled articles");
        return articles;
    }
}
