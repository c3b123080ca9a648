package io.demarche.bench;

import io.demarche.coder.Article;
import io.demarche.producer.ArticleIdentity;
import io.demarche.producer.clean.CleanedText;
import io.demarche.producer.source.ArticleDraft;
import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.JsonLinesSource;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.SourceDefaults;
import io.demarche.producer.source.SourceItem;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Articles as JSON lines, as {@code demarche code} reads them; files that end in {@code .gz} are unpacked. */
final class ArticleLines {
    private static final SourceDefaults DEFAULTS =
            new SourceDefaults(Optional.of(Instant.parse("2024-01-15T00:00:00Z")), "");

    private ArticleLines() {}

    /**
     * Reads a file from beginning to end, one article at a time.
     *
     * @return how many lines were no article
     * @throws DemarcheException naming the file, where it cannot be read
     */
    static int read(Path file, Consumer<Article> articles) {
        try (InputStream in = open(file)) {
            return read(file.toString(), in, articles);
        } catch (IOException e) {
            throw new DemarcheException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** The articles of a resource on the class path, all of which must be readable. */
    static List<Article> resource(String name) {
        List<Article> articles = new ArrayList<>();
        try (InputStream in = ArticleLines.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new DemarcheException(name + ": is not on the class path");
            }
            if (read(name, in, articles::add) > 0) {
                throw new DemarcheException(name + ": holds a line that is no article");
            }
        } catch (IOException e) {
            throw new DemarcheException(name + ": cannot be read (" + e.getMessage() + ")", e);
        }
        return List.copyOf(articles);
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static int read(String name, InputStream in, Consumer<Article> articles) {
        int rejected = 0;
        try (ArticleSource source = JsonLinesSource.stream(name, in, DEFAULTS)) {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                if (item.get() instanceof ArticleDraft draft) {
                    articles.accept(article(draft));
                } else if (item.get() instanceof Rejection) {
                    rejected++;
                }
            }
        }
        return rejected;
    }

    private static Article article(ArticleDraft draft) {
        CleanedText asIs = new CleanedText(draft.title(), draft.body(), false);
        return new Article(
                draft.guid() == null ? ArticleIdentity.articleId(draft, asIs) : draft.guid(),
                ArticleIdentity.contentHash(asIs),
                draft.publisher(),
                Objects.requireNonNullElse(draft.url(), ""),
                draft.title(),
                draft.body(),
                draft.publishedAt(),
                Objects.requireNonNullElse(draft.fetchedAt(), draft.publishedAt()));
    }
}
