package io.demarche.producer.source;

/**
 * A source under the name that whoever runs it gave it, by which it is counted.
 *
 * @param name such as a path or an address; empty where there is but one, and nobody named it
 * @param articles of it
 * @param kept whether it is remembered since when it is read; not so where the name will be another source's the next time
 */
public record NamedSource(String name, ArticleSource articles, boolean kept) {
    /** A source that is remembered. */
    public static NamedSource kept(String name, ArticleSource articles) {
        return new NamedSource(name, articles, true);
    }

    /** A source that is not. */
    public static NamedSource passing(String name, ArticleSource articles) {
        return new NamedSource(name, articles, false);
    }
}
