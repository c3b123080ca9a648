package io.demarche.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.streams.counters.PipelineCounters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shape of the topology is committed, so that a change of it shows in review. */
class TopologyShapeTest {
    @Test
    void shouldHaveTheShapeThatIsCommitted() throws IOException {
        String shape = DiplomaticTopology.build(
                        StreamsSettings.from(
                                Map.of("bootstrap.servers", "nowhere:1", "schema.registry.url", "mock://shape")),
                        article -> List.of(),
                        TopologyDriver.LADDER,
                        TopologyDriver.LADDER.rules(),
                        new PipelineCounters())
                .describe()
                .toString();

        assertThat(shape).isEqualTo(golden());
    }

    private static String golden() throws IOException {
        try (InputStream in = TopologyShapeTest.class.getResourceAsStream("/topology.txt")) {
            assertThat(in).as("src/test/resources/topology.txt").isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
