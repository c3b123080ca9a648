package io.demarche.kafka.registry;

/**
 * A schema as a subject holds it.
 *
 * @param subject such as {@code raw-articles-value}
 * @param version from 1 on, per subject
 * @param id from 1 on, the same for the same schema under every subject
 * @param schema the schema as JSON
 */
public record RegisteredSchema(String subject, int version, int id, String schema) {}
