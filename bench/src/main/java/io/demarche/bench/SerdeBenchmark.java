package io.demarche.bench;

import io.demarche.avro.EventMention;
import io.demarche.coder.DiplomaticCoder;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.Topics;
import io.demarche.schemas.json.RecordJson;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Serde;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Mentions to bytes and back: Avro in the registry's wire format, with the schema known already, and plain JSON. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
public class SerdeBenchmark {
    private final String topic = Topics.EVENT_MENTIONS.name();
    private final Serde<EventMention> serde =
            ValueSerdes.of(EventMention.class, Map.of("schema.registry.url", "mock://bench"));
    private final List<EventMention> coded = mentions();
    private final Rotation<EventMention> mentions = new Rotation<>(coded);
    private final Rotation<byte[]> bytes = new Rotation<>(coded.stream()
            .map(mention -> serde.serializer().serialize(topic, mention))
            .toList());

    private static List<EventMention> mentions() {
        DiplomaticCoder coder = DiplomaticCoder.load();
        return OwnArticles.diplomatic().stream()
                .flatMap(article -> coder.code(article).stream())
                .toList();
    }

    @Benchmark
    public byte[] write() {
        return serde.serializer().serialize(topic, mentions.next());
    }

    @Benchmark
    public EventMention read() {
        return serde.deserializer().deserialize(topic, bytes.next());
    }

    @Benchmark
    public String writeJson() {
        return RecordJson.write(mentions.next());
    }
}
