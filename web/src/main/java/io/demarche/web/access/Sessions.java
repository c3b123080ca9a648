package io.demarche.web.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is logged in, in memory: a restart logs all out. Thread-safe. */
public final class Sessions {
    /** How long one lasts. */
    public static final Duration LIFE = Duration.ofHours(12);

    private static final int MOST = 10_000;
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    public Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * One login.
     *
     * @param token what the browser's cookie holds
     * @param csrf what a request that changes something must carry besides: no other site's page can know it
     */
    public record Session(Accounts.User user, String token, String csrf, Instant ends) {}

    /** Begins one. */
    public synchronized Session begin(Accounts.User user) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> !session.ends().isAfter(now));
        if (sessions.size() >= MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        Session session = new Session(user, secret(), secret(), now.plus(LIFE));
        sessions.put(session.token(), session);
        return session;
    }

    /** The one of a cookie; empty where there is none, or it is over. */
    public synchronized Optional<Session> of(@Nullable String token) {
        Session session = token == null ? null : sessions.get(token);
        return Optional.ofNullable(session).filter(one -> one.ends().isAfter(clock.instant()));
    }

    /** Ends one. */
    public synchronized void end(Session session) {
        sessions.remove(session.token());
    }

    private String secret() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
