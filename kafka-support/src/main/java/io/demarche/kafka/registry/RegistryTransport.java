package io.demarche.kafka.registry;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Carries one request to a registry and its answer back. */
@FunctionalInterface
public interface RegistryTransport {
    /** The media type of requests and answers. */
    String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    /**
     * @param method GET, POST, PUT or DELETE
     * @param path from the root of the registry, with the query, percent-encoded: {@code /subjects/a%2Fb/versions}
     * @param body JSON; null where there is none
     * @throws IOException where no answer came; the same request may be sent again
     * @throws InterruptedException where the thread was told to stop waiting
     */
    RegistryAnswer exchange(String method, String path, @Nullable String body) throws IOException, InterruptedException;
}
