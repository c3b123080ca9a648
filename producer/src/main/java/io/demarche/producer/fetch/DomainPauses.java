package io.demarche.producer.fetch;

import crawlercommons.domains.EffectiveTldFinder;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which domains asked us to wait, and until when. A limit often spans all hosts of an operator, so it holds for the domain that was
 * registered: what is below a public suffix such as {@code com} or {@code co.uk}.
 */
public final class DomainPauses {
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    /** A domain asks to be left alone until then. */
    public void pause(String host, Instant end) {
        until.merge(domain(host), end, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Until when a host is to be left alone; empty where it is not. */
    public Optional<Instant> pausedUntil(String host, Instant now) {
        String domain = domain(host);
        Instant end = until.get(domain);
        if (end == null || end.isAfter(now)) {
            return Optional.ofNullable(end);
        }
        until.remove(domain, end);
        return Optional.empty();
    }

    /** The registered domain of a host; the host itself where it has none, such as an address. */
    public static String domain(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.matches("[\\d.]+|\\[.*]|[^.]*")) {
            return name;
        }
        String domain = EffectiveTldFinder.getAssignedDomain(name, true, true);
        return domain == null ? name : domain;
    }
}
