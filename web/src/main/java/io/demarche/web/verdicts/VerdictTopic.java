package io.demarche.web.verdicts;

import io.demarche.avro.AnalystVerdict;
import io.demarche.kafka.registry.RegistrySettings;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The topic of verdicts. It is connected with the first verdict, and anew after one that failed: a page that nobody judges on
 * needs no broker. Thread-safe.
 */
public final class VerdictTopic implements VerdictOutlet, AutoCloseable {
    private static final String WAIT_MS = "5000";
    private static final long PATIENCE_MS = 10_000;
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(2);

    private final Map<String, String> settings;
    private @Nullable Producer<String, byte[]> producer;
    private @Nullable Serializer<AnalystVerdict> serializer;

    /**
     * @param bootstrapServers the brokers
     * @param schemaRegistryUrl the registry
     * @param properties further settings of Kafka's client and the serde
     */
    public VerdictTopic(String bootstrapServers, String schemaRegistryUrl, Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("bootstrap.servers", bootstrapServers);
        all.put(RegistrySettings.URL, schemaRegistryUrl);
        all.putIfAbsent(RegistrySettings.RETRY_TOTAL_MS, WAIT_MS);
        all.putIfAbsent("max.block.ms", WAIT_MS);
        all.putIfAbsent("request.timeout.ms", WAIT_MS);
        all.putIfAbsent("delivery.timeout.ms", Long.toString(PATIENCE_MS));
        all.putIfAbsent("linger.ms", "0");
        all.put("acks", "all");
        this.settings = Map.copyOf(all);
    }

    @Override
    public synchronized void send(AnalystVerdict verdict) {
        try {
            connected()
                    .send(new ProducerRecord<>(
                            Topics.ANALYST_VERDICTS.name(),
                            verdict.getDyad(),
                            serializer().serialize(Topics.ANALYST_VERDICTS.name(), verdict)))
                    .get(PATIENCE_MS + Long.parseLong(WAIT_MS), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw unsent(e.getCause() == null ? e : e.getCause());
        } catch (KafkaException | DemarcheException e) {
            close();
            throw unsent(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnsentVerdictException("the verdict may not have been kept: interrupted", e);
        }
    }

    private UnsentVerdictException unsent(Throwable cause) {
        return new UnsentVerdictException(
                "the verdict was not kept: the broker at " + settings.get("bootstrap.servers") + " did not take it ("
                        + String.valueOf(cause.getMessage()).lines().findFirst().orElse("")
                        + "); give it again when broker, registry and the topic " + Topics.ANALYST_VERDICTS.name()
                        + " are there",
                cause);
    }

    private Producer<String, byte[]> connected() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    new HashMap<String, Object>(settings), new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private Serializer<AnalystVerdict> serializer() {
        if (serializer == null) {
            serializer = ValueSerdes.of(AnalystVerdict.class, settings).serializer();
        }
        return serializer;
    }

    @Override
    public synchronized void close() {
        Producer<String, byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(CLOSES_WITHIN);
        }
        serializer = null;
    }
}
