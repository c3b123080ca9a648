package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.producer.source.ArticleDraft;
import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.SourceItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the demo is fed: articles of our own making, fit to be assessed together. */
class BundledArticlesTest {
    private final List<ArticleDraft> articles = articles();

    @Test
    void shouldHoldAtLeastFortyArticlesOnTwelveEpisodesAndPlainNoise() {
        Set<String> episodes = new HashSet<>();
        articles.forEach(article -> episodes.add(guid(article).replaceFirst("-\\d+$", "")));
        long noise = episodes.stream()
                .filter(episode -> episode.startsWith("noise-"))
                .count();

        assertThat(articles).hasSizeGreaterThanOrEqualTo(40);
        assertThat(episodes.size() - noise).isGreaterThanOrEqualTo(12);
        assertThat(noise).isGreaterThanOrEqualTo(8);
    }

    @Test
    void shouldBePublishedByNobodyReal() {
        assertThat(articles)
                .extracting(ArticleDraft::publisher)
                .allSatisfy(
                        publisher -> assertThat(publisher).matches("Demarche (Sample|Sampler|Example|Specimen) .*"));
        assertThat(articles).extracting(ArticleDraft::url).containsOnlyNulls();
    }

    @Test
    void shouldHaveAnIdOfItsOwnForEachArticle() {
        assertThat(articles).extracting(BundledArticlesTest::guid).doesNotHaveDuplicates();
    }

    @Test
    void shouldComeInOrderOfPublication() {
        assertThat(articles).isSortedAccordingTo(Comparator.comparing(ArticleDraft::publishedAt));
    }

    @Test
    void shouldLieWithinTheHorizonSoThatNoEpisodeIsTooOldForTheLastDay() {
        Instant first = articles.get(0).publishedAt();
        Instant last = articles.get(articles.size() - 1).publishedAt();

        assertThat(Duration.between(first, last)).isLessThan(Duration.ofDays(400));
    }

    private static String guid(ArticleDraft article) {
        return Optional.ofNullable(article.guid()).orElseThrow();
    }

    private static List<ArticleDraft> articles() {
        List<ArticleDraft> articles = new ArrayList<>();
        try (ArticleSource source = DemoCommand.bundled()) {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                assertThat(item.get()).isInstanceOf(ArticleDraft.class);
                articles.add((ArticleDraft) item.get());
            }
        }
        return articles;
    }
}
