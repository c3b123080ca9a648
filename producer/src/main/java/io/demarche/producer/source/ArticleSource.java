package io.demarche.producer.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Articles, one after the other. Trouble with one article is an item of its own and never ends the source. Used by one
 * thread.
 */
public interface ArticleSource extends AutoCloseable {
    /** The next article or rejection; empty at the end, and from then on. Blocks while the source waits for input. */
    Optional<SourceItem> next();

    /** How much of it has been handed over, from 0 to 1; empty where it cannot tell. */
    default OptionalDouble share() {
        return OptionalDouble.empty();
    }

    /** Lets go of files. Never fails. */
    @Override
    void close();

    /** The sources one after the other, each closed when it has ended. */
    static ArticleSource concat(List<? extends ArticleSource> sources) {
        Deque<ArticleSource> left = new ArrayDeque<>(sources);
        return new ArticleSource() {
            @Override
            public Optional<SourceItem> next() {
                while (!left.isEmpty()) {
                    Optional<SourceItem> item = left.element().next();
                    if (item.isPresent()) {
                        return item;
                    }
                    left.remove().close();
                }
                return Optional.empty();
            }

            @Override
            public void close() {
                left.forEach(ArticleSource::close);
                left.clear();
            }
        };
    }

    /** Just these items. */
    static ArticleSource of(List<? extends SourceItem> items) {
        Deque<SourceItem> left = new ArrayDeque<>(items);
        return new ArticleSource() {
            @Override
            public Optional<SourceItem> next() {
                return Optional.ofNullable(left.poll());
            }

            @Override
            public void close() {
                left.clear();
            }
        };
    }
}
