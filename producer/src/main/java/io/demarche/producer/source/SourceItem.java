package io.demarche.producer.source;

/** What a source hands over: an article, or the reason why there is none. */
public sealed interface SourceItem permits ArticleDraft, Rejection {
    /** Where it was found, as a person would look it up: a file, or a file and a line. */
    String where();
}
