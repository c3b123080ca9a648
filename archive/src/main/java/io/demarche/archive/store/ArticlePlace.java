package io.demarche.archive.store;

/**
 * Where the latest version of an article is in its topic.
 *
 * @param partition the partition
 * @param offset its offset in that
 */
public record ArticlePlace(String articleId, int partition, long offset) {}
