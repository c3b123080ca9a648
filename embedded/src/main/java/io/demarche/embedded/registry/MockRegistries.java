package io.demarche.embedded.registry;

import io.demarche.kafka.registry.RegistriesInProcess;
import io.demarche.kafka.registry.RegistryTransport;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The catalogues behind {@code mock://SCOPE}: one a scope, shared by all clients in this JVM that name it, kept in memory
 * until dropped. They decide as a real registry does, compatibility included. The one place with shared state, because a
 * producer and a consumer that meet only through a URL must find the same schemas.
 */
public final class MockRegistries implements RegistriesInProcess {
    private static final ConcurrentMap<String, SchemaCatalog> CATALOGS = new ConcurrentHashMap<>();

    /** For {@link java.util.ServiceLoader}. */
    public MockRegistries() {}

    @Override
    public RegistryTransport registry(String scope) {
        return new RegistryProtocol(catalog(scope));
    }

    /** The catalogue of a scope, empty at first. */
    public static SchemaCatalog catalog(String scope) {
        return CATALOGS.computeIfAbsent(scope, name -> SchemaCatalog.inMemory());
    }

    /** Forgets a scope: the next client that names it finds an empty catalogue. Clients at hand keep theirs. */
    public static void drop(String scope) {
        CATALOGS.remove(scope);
    }
}
