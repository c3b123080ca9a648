package io.demarche.consumer.webhook;

import io.demarche.avro.EscalationAlert;
import io.demarche.consumer.delivery.Outcome;
import io.demarche.consumer.delivery.Receiver;
import io.demarche.consumer.post.HttpPost;
import io.demarche.consumer.sink.AlertFormat;
import io.demarche.kafka.address.GuardedHosts;
import io.demarche.kafka.address.PrivateAddressException;
import io.demarche.schemas.DemarcheException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A web address that takes alerts as Standard Webhooks 1.0 says: {@code webhook-id} is the alertId and the revision,
 * {@code webhook-timestamp} the second of this try, {@code webhook-signature} has a signature for each secret.
 */
public final class Webhook implements Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final String name;
    private final URI address;
    private final AlertFormat format;
    private final WebhookSecrets secrets;
    private final HttpPost post;
    private final InstantSource clock;

    private Webhook(
            String name, URI address, AlertFormat format, WebhookSecrets secrets, HttpPost post, InstantSource clock) {
        this.name = name;
        this.address = address;
        this.format = format;
        this.secrets = secrets;
        this.post = post;
        this.clock = clock;
    }

    /**
     * A receiver at an address.
     *
     * @param name what figures and logs call it
     * @param format JSON or CloudEvents
     * @param secretFiles where the secrets are, one a line
     * @param hosts guards where requests go
     * @throws DemarcheException naming the sink, where a file of secrets is wrong or the address leads into a private network
     */
    public static Webhook at(
            String name,
            URI address,
            AlertFormat format,
            List<Path> secretFiles,
            GuardedHosts hosts,
            InstantSource clock) {
        try {
            hosts.request(address);
        } catch (PrivateAddressException e) {
            throw new DemarcheException("sink " + name + ": " + e.getMessage(), e);
        } catch (UnknownHostException e) {
            LOG.warn("There is no such host yet sink={}", name);
        }
        try {
            WebhookSecrets secrets = new WebhookSecrets(secretFiles);
            return new Webhook(name, address, format, secrets, new HttpPost(hosts, LIMIT, clock), clock);
        } catch (DemarcheException e) {
            throw new DemarcheException("sink " + name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Outcome deliver(EscalationAlert alert) {
        return deliver(alert, null);
    }

    @Override
    public Outcome deliver(EscalationAlert alert, @Nullable String trace) {
        byte[] body = format.line(alert).getBytes(StandardCharsets.UTF_8);
        String id = AlertFormat.id(alert);
        long now = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", format.mediaType());
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now));
        headers.put("webhook-signature", WebhookSignature.of(id, now, body, secrets.current()));
        if (trace != null) {
            headers.put("traceparent", trace);
        }
        return post.send(address, headers, body);
    }

    @Override
    public void abort() {
        post.abort();
    }

    @Override
    public void close() {
        post.close();
    }
}
