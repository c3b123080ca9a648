package io.demarche.consumer.post;

import io.demarche.consumer.delivery.Outcome;
import io.demarche.kafka.address.GuardedHosts;
import io.demarche.kafka.address.PrivateAddressException;
import io.demarche.kafka.tls.ClientTls;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Posts to one server, one request at a time; what is posted has the time limit for all of its answer. */
public final class HttpPost implements AutoCloseable {
    private static final String USER_AGENT = "demarche/0.1 (alerts)";

    /** Whom it does not know, or has no rights: another alert would fare no better. */
    private static final Set<Integer> TURNED_AWAY = Set.of(401, 403);

    private final @Nullable Credentials credentials;
    private final GuardedHosts hosts;
    private final Duration limit;
    private final InstantSource clock;
    private final ExecutorService threads;
    private final HttpClient client;
    private final AtomicReference<CompletableFuture<?>> underWay =
            new AtomicReference<>(CompletableFuture.completedFuture(null));

    private final AtomicBoolean aborted = new AtomicBoolean();

    /** @param clock what a date in {@code Retry-After} is compared with */
    public HttpPost(GuardedHosts hosts, Duration limit, InstantSource clock) {
        this(hosts, limit, clock, null, null);
    }

    /**
     * For a server that asks who it is.
     *
     * @param clock what a date in {@code Retry-After} is compared with
     * @param credentials null for none
     * @param tls whom to trust, and as whom to come; null for what Java trusts
     */
    public HttpPost(
            GuardedHosts hosts,
            Duration limit,
            InstantSource clock,
            @Nullable Credentials credentials,
            @Nullable ClientTls tls) {
        this.credentials = credentials;
        this.hosts = hosts;
        this.limit = limit;
        this.clock = clock;
        this.threads = Executors.newCachedThreadPool(HttpPost::daemon);
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limit)
                .executor(threads);
        if (tls != null) {
            builder.sslContext(tls.context()).sslParameters(tls.parameters());
        }
        this.client = builder.build();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "demarche-post");
        thread.setDaemon(true);
        return thread;
    }

    /** Posts a body; any 2xx takes it. What else is answered, and no answer, is told in the outcome. */
    public Outcome send(URI address, Map<String, String> headers, byte[] body) {
        try {
            HttpRequest.Builder request = hosts.request(address)
                    .timeout(limit)
                    .header("User-Agent", USER_AGENT)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            if (credentials != null) {
                request.header("Authorization", credentials.authorization());
            }
            // Unlike the client's own limit, this one holds for the body, too.
            CompletableFuture<HttpResponse<Void>> answer =
                    client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding());
            aborted.set(false);
            underWay.set(answer);
            return wait(answer);
        } catch (PrivateAddressException e) {
            return away(String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            return away("no such host");
        }
    }

    private Outcome wait(CompletableFuture<HttpResponse<Void>> answer) {
        try {
            HttpResponse<Void> response = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (credentials != null && TURNED_AWAY.contains(response.statusCode())) {
                return away("it answered " + response.statusCode() + ": check the credentials");
            }
            return Answers.outcome(
                    response.statusCode(), response.headers().firstValue("retry-after"), clock.instant());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return away("no answer within " + limit.toSeconds() + " s");
        } catch (CancellationException e) {
            return away("ended by us");
        } catch (ExecutionException e) {
            return away(aborted.get() ? "ended by us" : words(e));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return away("ended by us");
        }
    }

    /** Ends a request under way. From any thread. */
    public void abort() {
        aborted.set(true);
        underWay.get().cancel(true);
    }

    private static Outcome away(String reason) {
        return new Outcome.Away(reason, Optional.empty());
    }

    private static String words(Throwable failure) {
        for (Throwable at = failure.getCause(); at != null; at = at.getCause()) {
            if (at instanceof java.net.http.HttpTimeoutException) {
                return "no answer in time";
            }
            if (at.getMessage() != null) {
                return at.getMessage().lines().findFirst().orElse("failed");
            }
        }
        return failure.getCause() instanceof ConnectException ? "connection refused" : "connection failed";
    }

    @Override
    public void close() {
        abort();
        threads.shutdownNow();
    }
}
