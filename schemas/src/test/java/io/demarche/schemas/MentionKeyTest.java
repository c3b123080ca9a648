package io.demarche.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.Actor;
import io.demarche.avro.EventMention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionKeyTest {
    @Test
    void shouldBeTheDyadWhateverTheDirection() {
        assertThat(MentionKey.of(mention("VEN", "ECU"))).isEqualTo("ECU-VEN");
        assertThat(MentionKey.of(mention("ECU", "VEN"))).isEqualTo("ECU-VEN");
    }

    @ParameterizedTest
    @CsvSource({"UN,RUS", "RUS,NATO", "IMF,ARG", "ECU,ECU", "UN,NATO"})
    void shouldBeNoDyadWhereAnOrganisationOrOneStateAloneTakesPart(String source, String target) {
        assertThat(MentionKey.of(mention(source, target))).isEqualTo(source + ">" + target);
    }

    private static EventMention mention(String source, String target) {
        EventMention mention = new EventMention();
        mention.setSource(new Actor(source, "", ""));
        mention.setTarget(new Actor(target, "", ""));
        return mention;
    }
}
