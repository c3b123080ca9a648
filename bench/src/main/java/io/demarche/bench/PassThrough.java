package io.demarche.bench;

import io.demarche.schemas.DemarcheException;
import io.demarche.streams.StreamsSettings;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** A topology that hands bytes on from one topic to another, with the settings of ours. */
final class PassThrough implements Contender {
    private final PipelineCluster cluster;
    private final ArticleRecords records;
    private final String name;
    private final KafkaStreams streams;

    PassThrough(PipelineCluster cluster, ArticleRecords records, StreamsSettings settings) {
        this.cluster = cluster;
        this.records = records;
        this.name = settings.applicationId();
        cluster.createTopic(name + "-in");
        cluster.createTopic(name + "-out");
        Topology topology = new Topology();
        topology.addSource("in", new ByteArrayDeserializer(), new ByteArrayDeserializer(), name + "-in");
        topology.addSink("out", name + "-out", new ByteArraySerializer(), new ByteArraySerializer(), "in");
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        properties
                .keySet()
                .removeIf(key -> key.toString().contains("exception.handler")
                        || key.toString().contains("dead.letter"));
        streams = new KafkaStreams(topology, properties);
        CountDownLatch running = new CountDownLatch(1);
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                running.countDown();
            }
        });
        streams.start();
        try {
            running.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemarcheException("interrupted", e);
        }
    }

    @Override
    public void take(List<ArticleRecords.Encoded> articles) {
        records.send(name + "-in", articles);
        cluster.awaitCommitted(name, List.of(name + "-in"), 0);
    }

    @Override
    public void close() {
        streams.close();
    }
}
