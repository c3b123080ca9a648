package io.demarche.consumer.alertmanager;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.demarche.avro.EscalationAlert;
import io.demarche.consumer.delivery.Outcome;
import io.demarche.consumer.delivery.Receiver;
import io.demarche.consumer.post.HttpPost;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prometheus Alertmanager. It is told of each revision when it comes, and again and again of what fires: it takes for over what it
 * does not hear of. What fires is known from the alerts that were handed over, and from those of the past that are recalled.
 */
public final class Alertmanager implements Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(Alertmanager.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int AT_ONCE = 100;

    private final String name;
    private final URI alerts;
    private final AlertmanagerAlert form;
    private final AlertmanagerTimes times;
    private final HttpPost post;
    private final InstantSource clock;
    private final Map<String, EscalationAlert> standing = new LinkedHashMap<>();
    /** By alert, the rule of the first revision that was told. */
    private final Map<String, String> rules = new HashMap<>();

    private Instant next = Instant.MIN;

    /**
     * @param address where Alertmanager's page is; its API is below
     * @param page address of our page that shows pairs, for links; null where there is none
     */
    public Alertmanager(
            String name,
            URI address,
            @Nullable String page,
            AlertmanagerTimes times,
            HttpPost post,
            InstantSource clock) {
        this.name = name;
        this.alerts = URI.create(address.toString().replaceFirst("/+$", "") + "/api/v2/alerts");
        this.form = new AlertmanagerAlert(page);
        this.times = times;
        this.post = post;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Outcome deliver(EscalationAlert alert) {
        Outcome outcome = send(List.of(alert));
        if (outcome instanceof Outcome.Taken) {
            recall(alert);
        }
        return outcome;
    }

    @Override
    public boolean hasPast() {
        return true;
    }

    @Override
    public void recall(EscalationAlert alert) {
        rules.putIfAbsent(alert.getAlertId(), alert.getRule().name());
        if (AlertmanagerAlert.isOver(alert)) {
            standing.remove(alert.getAlertId());
        } else {
            standing.put(alert.getAlertId(), alert);
        }
    }

    /** It is told with all that stands once it is back. */
    @Override
    public void givenUp(EscalationAlert alert) {
        recall(alert);
    }

    @Override
    public void forgetPast() {
        standing.clear();
        rules.clear();
    }

    /** Tells again of what fires, when it is time. Where that fails, the next time is soon enough. */
    @Override
    public void remind() {
        Instant now = clock.instant();
        if (standing.isEmpty() || now.isBefore(next)) {
            return;
        }
        next = now.plus(times.resend());
        List<EscalationAlert> all = List.copyOf(standing.values());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            Outcome outcome = send(all.subList(from, Math.min(from + AT_ONCE, all.size())));
            if (!(outcome instanceof Outcome.Taken)) {
                LOG.warn("Could not tell again of what fires sink={} alerts={} outcome={}", name, all.size(), outcome);
                return;
            }
        }
    }

    private Outcome send(List<EscalationAlert> some) {
        Instant now = clock.instant();
        ArrayNode body = JSON.createArrayNode();
        for (EscalationAlert alert : some) {
            String rule = rules.getOrDefault(alert.getAlertId(), alert.getRule().name());
            body.add(form.json(alert, rule, now, times.hold()));
        }
        return post.send(
                alerts,
                Map.of("content-type", "application/json"),
                body.toString().getBytes(StandardCharsets.UTF_8));
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
