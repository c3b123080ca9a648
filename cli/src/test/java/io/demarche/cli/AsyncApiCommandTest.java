package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiCommandTest {
    @Test
    void shouldPrintThePageThatIsInDocs() throws IOException {
        CommandRun run = CommandRun.of("asyncapi");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .as("renew it: ./demarche asyncapi > docs/asyncapi.yaml")
                .isEqualTo(Files.readString(Path.of("..", "docs", "asyncapi.yaml")));
    }

    @Test
    void shouldTellOfEveryTopicAndEveryFieldOfItsRecords() {
        String document = CommandRun.of("asyncapi").out();

        assertThat(Topics.all()).allSatisfy(topic -> {
            assertThat(document).contains("address: \"" + topic.name() + "\"");
            topic.valueType()
                    .ifPresent(type -> org.apache.avro.specific.SpecificData.get()
                            .getSchema(type)
                            .getFields()
                            .forEach(field -> assertThat(document).contains("name: \"" + field.name() + "\"")));
        });
    }
}
