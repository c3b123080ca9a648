package io.demarche.kafka.registry;

import io.demarche.schemas.DemarcheException;
import java.util.ServiceLoader;

/**
 * Registries inside this JVM, which answer to {@code mock://SCOPE}. Found by {@link ServiceLoader}, so that a program that
 * leaves the embedded registry out can still name real ones.
 */
public interface RegistriesInProcess {
    /** The registry of a scope: the same one for everybody in this JVM who names it. */
    RegistryTransport registry(String scope);

    /** @throws DemarcheException where this program has none */
    static RegistryTransport find(String scope) {
        return ServiceLoader.load(RegistriesInProcess.class, RegistriesInProcess.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new DemarcheException("setting " + RegistrySettings.URL + ": mock://" + scope
                        + " needs the embedded registry, which this program leaves out: name http://host:port"))
                .registry(scope);
    }
}
