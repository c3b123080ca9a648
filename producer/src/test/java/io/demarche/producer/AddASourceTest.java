package io.demarche.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.PublishedAtBasis;
import io.demarche.producer.date.DateReader;
import io.demarche.producer.date.StatedDate;
import io.demarche.producer.page.HtmlText;
import io.demarche.producer.source.ArticleDraft;
import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.NamedSource;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Rejection.Reason;
import io.demarche.producer.source.SourceItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Follows the recipe "Add a source" of CONTRIBUTING.md: a table of date, headline and text in HTML. */
class AddASourceTest {
    /** As a contributor writes it. */
    private static final class TableSource implements ArticleSource {
        private final Deque<String> lines;
        private final DateReader dates = new DateReader();
        private int number;

        TableSource(List<String> lines) {
            this.lines = new ArrayDeque<>(lines);
        }

        @Override
        public Optional<SourceItem> next() {
            return Optional.ofNullable(lines.poll()).map(this::item);
        }

        @Override
        public OptionalDouble share() {
            return OptionalDouble.of((double) number / Math.max(1, number + lines.size()));
        }

        private SourceItem item(String line) {
            String where = "table:" + ++number;
            String[] cells = line.split("\t", -1);
            if (cells.length != 3) {
                return new Rejection(where, Reason.BAD_FIELD, cells.length + " columns instead of 3");
            }
            Optional<StatedDate> date = dates.read(cells[0]);
            if (date.isEmpty()) {
                return new Rejection(where, Reason.BAD_DATE, "not a date: '" + cells[0] + "'");
            }
            return new ArticleDraft(
                    where,
                    null,
                    null,
                    "Table",
                    cells[1],
                    HtmlText.paragraphs(cells[2]),
                    "en",
                    date.get().instant(),
                    PublishedAtBasis.STATED,
                    date.get().instant());
        }

        @Override
        public void close() {
            lines.clear();
        }
    }

    @Test
    void shouldReadTheArticlesAndTellOfTheOthers() {
        List<SourceItem> items = new ArrayList<>();
        try (ArticleSource source = new TableSource(List.of(
                "5 March 2024 10:00 GMT\tLamps\t<p>Norway expelled two Russian diplomats.</p>",
                "",
                "soon\tLamps\ttext",
                "\u0000\u0001\u0002"))) {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                items.add(item.get());
            }
        }

        assertThat(items).hasSize(4);
        assertThat(items.subList(1, 4)).allMatch(Rejection.class::isInstance);
        assertThat(ArticleIntake.withoutClock().take((ArticleDraft) items.get(0)))
                .isInstanceOf(Intake.Taken.class);
    }

    @Test
    void shouldBeCountedUnderItsName() {
        List<String> heard = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void ended(List<SourceSummary> sources) {
                sources.forEach(one -> heard.add(one.line()));
            }
        };
        TableSource table = new TableSource(List.of("5 March 2024\tLamps\tNorway protested.", "soon\tLamps\ttext"));

        ArticleProducerTest.producer()
                .run(List.of(NamedSource.kept("lamps.tsv", table)), RunOptions.lenient(), listener);

        assertThat(heard)
                .containsExactly(
                        "lamps.tsv: read 2, sent 1, duplicate 0, rejected 1 (bad date 1), published on 2024-03-05");
        assertThat(table.share()).hasValue(1);
    }
}
