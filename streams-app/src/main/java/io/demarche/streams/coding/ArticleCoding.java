package io.demarche.streams.coding;

import io.demarche.avro.EventMention;
import io.demarche.avro.RawArticle;
import io.demarche.coder.Article;
import io.demarche.coder.EventCoder;
import io.demarche.streams.coding.CodedArticle.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Codes the versions of articles. Of the texts of an article the latest counts, and it is dated by the earliest publication
 * that is stated of any of its versions: a story that is told again next week does not move what it tells of. So a repeat
 * says nothing new, an older version that comes late is dropped, and a correction is coded anew and withdraws what the article
 * no longer says.
 */
public final class ArticleCoding {
    private final EventCoder coder;
    private final ReadLanguage language = ReadLanguage.load();

    public ArticleCoding(EventCoder coder) {
        this.coder = coder;
    }

    /** What a version of an article was. */
    public enum Kind {
        /** The first that is known. */
        FIRST,
        /** It says nothing new. */
        REPEAT,
        /** Older than what is known. */
        STALE,
        /** It takes the place of what is known. */
        CORRECTION,
        /** It says nothing new, but that the article was published earlier. */
        REDATED
    }

    /**
     * What came of it.
     *
     * @param coded what is to be known of the article from now on; empty where that is what was known
     * @param withdrawn mentions that no longer hold
     * @param mentions those that hold anew
     * @param unread the language for which the text was not read; empty where it was, or where nothing was to be coded
     */
    public record Result(
            Kind kind,
            Optional<CodedArticle> coded,
            List<EventMention> withdrawn,
            List<EventMention> mentions,
            Optional<String> unread) {}

    /** The language of an article, by its ISO 639-1 code, where that is none that is read. */
    public Optional<String> unread(RawArticle article) {
        return language.unread(article.getBody(), article.getLanguage());
    }

    /**
     * Takes a version in.
     *
     * @param known what the article was coded to so far; null where it is new
     */
    public Result take(RawArticle article, @Nullable CodedArticle known) {
        ArticleVersion version = ArticleVersion.of(article);
        Publication publication = Publication.of(article);
        Text text = new Text(
                article.getFetchedAt(),
                article.getPublisher(),
                article.getUrl() == null ? "" : article.getUrl(),
                article.getTitle(),
                article.getBody());
        if (known == null) {
            return coded(Kind.FIRST, article.getArticleId(), version, publication, text, null, unread(article));
        }
        Publication earliest = known.publication().or(publication);
        boolean redated = !earliest.equals(known.publication());
        boolean same = known.version().saysTheSameAs(version);
        if (!same && version.compareTo(known.version()) > 0) {
            return coded(Kind.CORRECTION, article.getArticleId(), version, earliest, text, known, unread(article));
        }
        CodedArticle seen = same ? known.seenAt(version.fetchedAt()) : known;
        if (redated && known.text() != null) {
            return coded(
                    Kind.REDATED,
                    article.getArticleId(),
                    seen.version(),
                    earliest,
                    known.text(),
                    known,
                    Optional.empty());
        }
        CodedArticle now = redated ? new CodedArticle(seen.version(), earliest, null, seen.mentions()) : seen;
        return new Result(
                same ? Kind.REPEAT : Kind.STALE,
                now == known ? Optional.empty() : Optional.of(now),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private Result coded(
            Kind kind,
            String articleId,
            ArticleVersion version,
            Publication publication,
            Text text,
            @Nullable CodedArticle known,
            Optional<String> unread) {
        Map<String, EventMention> mentions =
                unread.isPresent() ? Map.of() : mentions(articleId, version, publication, text);
        List<EventMention> withdrawn = known == null ? List.of() : withdrawn(known, mentions.keySet(), version, text);
        CodedArticle coded = new CodedArticle(
                version, publication, mentions.isEmpty() ? null : text, List.copyOf(mentions.values()));
        return new Result(kind, Optional.of(coded), withdrawn, coded.mentions(), unread);
    }

    /** The article's mentions by identity, in the order of their quotes. */
    private Map<String, EventMention> mentions(
            String articleId, ArticleVersion version, Publication publication, Text text) {
        return coder
                .code(new Article(
                        articleId,
                        version.contentHash(),
                        text.publisher(),
                        text.url(),
                        text.title(),
                        text.body(),
                        publication.at(),
                        text.fetchedAt(),
                        publication.offset()))
                .stream()
                .peek(mention -> mention.setPublicationStated(publication.isStated()))
                .collect(Collectors.toMap(
                        EventMention::getMentionId, mention -> mention, (first, again) -> first, LinkedHashMap::new));
    }

    /** What was announced and is not said any more: under the version at hand, so that it overrules the old. */
    private static List<EventMention> withdrawn(
            CodedArticle known, Set<String> standing, ArticleVersion version, Text text) {
        List<EventMention> gone = new ArrayList<>();
        for (EventMention mention : known.mentions()) {
            if (!standing.contains(mention.getMentionId())) {
                gone.add(EventMention.newBuilder(mention)
                        .setFetchedAt(text.fetchedAt())
                        .setContentHash(version.contentHash())
                        .setWithdrawn(true)
                        .build());
            }
        }
        return gone;
    }
}
