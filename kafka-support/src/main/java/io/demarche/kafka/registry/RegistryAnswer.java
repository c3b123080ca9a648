package io.demarche.kafka.registry;

/**
 * What a registry answered.
 *
 * @param status the HTTP status
 * @param body JSON
 */
public record RegistryAnswer(int status, String body) {}
